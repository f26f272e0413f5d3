using System.Globalization;

namespace RelationalPractice.Web.Pages.Shared;

/// <summary>
/// Diverging stacked bars of five-point scores as an SVG of our own: 1 and 2 to the left of a line, 4 and 5 to the right, 3 set apart. Each bar's
/// whole length is everybody who scored that statement. The table with the same numbers belongs beside it (<c>_StackedBars</c>).
/// </summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">What it shows, with period and audience.</param>
/// <param name="Description">The same in a sentence, for whoever does not see it.</param>
/// <param name="Points">What 1 to 5 are called.</param>
public sealed record StackedBars(string Id, string Title, string Description, IReadOnlyList<string> Points, IReadOnlyList<StackedBar> Bars)
{
    public const int Width = 760;
    public const int BarHeight = 24;
    public const int RowHeight = 62;
    public const int Top = 30;
    public const int BaseLine = 17;

    // Between the last "agree" and the first "neither", so that nobody adds them up.
    public const double Gap = 28;

    // Of letters of 16 px; wide ones need more room than most.
    private const int LineLength = 84;

    private const double DigitWidth = 9;
    private const double Padding = 8;

    // Disagree to agree, told apart by colour-blind readers; ink on each has a contrast of at least 4.5.
    private static readonly string[] Fills = ["#8c510a", "#d8b365", "#c9c9c9", "#5ab4ac", "#01665e"];
    private static readonly string[] Inks = ["#ffffff", "#0b0c0c", "#0b0c0c", "#0b0c0c", "#ffffff"];

    public int Height => Top + (Bars.Count * RowHeight);

    /// <summary>Where agreement begins and disagreement ends.</summary>
    public double Middle => Longest(bar => bar.Share(1) + bar.Share(2)) * Unit;

    /// <summary>Where those who neither agree nor disagree begin.</summary>
    public double Apart => Middle + (Longest(bar => bar.Share(4) + bar.Share(5)) * Unit) + Gap;

    /// <summary>The length of a whole bar.</summary>
    public double Unit => (Width - Gap) / Math.Max(1, Longest(bar => bar.Share(1) + bar.Share(2)) + Longest(bar => bar.Share(4) + bar.Share(5)) + Longest(bar => bar.Share(3)));

    public static string Fill(int point) => Fills[point - 1];

    public static string Ink(int point) => Inks[point - 1];

    public string PatternId(int point) => $"{Id}-pattern-{point}";

    public static string Figure(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>From left to right; a point that nobody chose has none.</summary>
    public IReadOnlyList<StackedSegment> SegmentsOf(StackedBar bar)
    {
        double Length(int point) => bar.Share(point) * Unit;
        StackedSegment Segment(int point, double x) => new(point, x, Length(point), bar.Count(point), ShowsCount: Length(point) >= (Digits(bar.Count(point)) * DigitWidth) + Padding);
        StackedSegment[] all =
        [
            Segment(1, Middle - Length(2) - Length(1)),
            Segment(2, Middle - Length(2)),
            Segment(4, Middle),
            Segment(5, Middle + Length(4)),
            Segment(3, Apart),
        ];
        return [.. all.Where(segment => segment.Count > 0)];
    }

    /// <summary>As much of a statement as one line of the chart holds; the table has all of it.</summary>
    public static string OnOneLine(string label)
    {
        if (label.Length <= LineLength) return label;
        var end = label.LastIndexOf(' ', LineLength - 1);
        return $"{label[..(end > 0 ? end : LineLength - 1)].TrimEnd(' ', ',', '-', '–')}…";
    }

    private double Longest(Func<StackedBar, double> part) => Bars.Count == 0 ? 0 : Bars.Max(part);

    private static int Digits(int count) => count.ToString(CultureInfo.InvariantCulture).Length;
}

/// <param name="Counts">How many chose 1, 2, 3, 4 and 5.</param>
/// <param name="NotSure">Null where the questionnaire does not offer it.</param>
/// <param name="NotAnswered">Who sent a response and left this one out.</param>
public sealed record StackedBar(string Label, IReadOnlyList<int> Counts, int? NotSure, int NotAnswered)
{
    public int Scored => Counts.Sum();

    public int Agree => Count(4) + Count(5);

    public int Disagree => Count(1) + Count(2);

    public int Count(int point) => Counts[point - 1];

    /// <summary>Of those who scored it; 0 when nobody did.</summary>
    public double Share(int point) => Scored == 0 ? 0 : (double)Count(point) / Scored;
}

/// <param name="ShowsCount">Whether its number fits into it.</param>
public sealed record StackedSegment(int Point, double X, double Width, int Count, bool ShowsCount);
