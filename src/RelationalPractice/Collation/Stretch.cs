using System.Runtime.InteropServices;

namespace RelationalPractice.Collation;

/// <summary>A stretch of a text, in Unicode code points from 0 as in REFI-QDA; the end is exclusive.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Stretch(int Start, int End)
{
    public int Length => End - Start;

    public bool Overlaps(Stretch other) => Start < other.End && other.Start < End;

    public bool Covers(Stretch other) => Start <= other.Start && other.End <= End;

    /// <summary>Both, and what lies between them.</summary>
    public Stretch With(Stretch other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
