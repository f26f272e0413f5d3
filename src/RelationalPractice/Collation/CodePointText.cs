using System.Globalization;

namespace RelationalPractice.Collation;

/// <summary>A text that is measured in code points and cut only between what a reader sees as characters (grapheme clusters).</summary>
public sealed class CodePointText
{
    private readonly string _text;

    // Where each code point begins in the string, and last the string's length.
    private readonly int[] _units;
    private readonly HashSet<int> _edges;

    public CodePointText(string text)
    {
        _text = text;
        var units = new List<int>(text.Length + 1);
        for (var unit = 0; unit < text.Length; unit += char.IsSurrogatePair(text, unit) ? 2 : 1)
        {
            units.Add(unit);
        }

        units.Add(text.Length);
        _units = [.. units];
        _edges = [.. StringInfo.ParseCombiningCharacters(text), text.Length];
    }

    /// <summary>In code points.</summary>
    public int Length => _units.Length - 1;

    /// <summary>The smallest stretch of whole characters that holds this one, so that half an emoji becomes all of it.</summary>
    /// <returns>Null when nothing of it lies in the text.</returns>
    public Stretch? Snap(int start, int end)
    {
        (start, end) = (Math.Clamp(start, 0, Length), Math.Clamp(end, 0, Length));
        if (start >= end)
        {
            return null;
        }

        while (!_edges.Contains(_units[start]))
        {
            start--;
        }

        while (!_edges.Contains(_units[end]))
        {
            end++;
        }

        return new Stretch(start, end);
    }

    /// <param name="startUnit">Where it begins in the string, in UTF-16 units.</param>
    public Stretch? SnapUnits(int startUnit, int lengthInUnits) => Snap(PointAt(startUnit, up: false), PointAt(startUnit + lengthInUnits, up: true));

    public string Words(Stretch stretch) => _text[_units[stretch.Start].._units[stretch.End]];

    public override string ToString() => _text;

    private int PointAt(int unit, bool up)
    {
        var found = Array.BinarySearch(_units, unit);
        return found >= 0 ? found : up ? ~found : ~found - 1;
    }
}
