using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration;

/// <summary>How one family finds the relationship. Scores and words both come from it, so they agree as a real family's do.</summary>
internal sealed class Mood
{
    private readonly double _feeling;
    private readonly Dictionary<string, int> _scores = new(StringComparer.Ordinal);

    private Mood(double feeling, bool badlyTreated) => (_feeling, BadlyTreated) = (feeling, badlyTreated);

    /// <summary>The one in a hundred whom an average hides (the framework).</summary>
    public bool BadlyTreated { get; }

    public bool AllFives { get; private init; }

    public static Mood Of(ResponsePlan plan, Dice dice)
    {
        if (dice.Happens(0.01)) return new Mood(-2, badlyTreated: true);
        if (dice.Happens(0.03)) return new Mood(2, badlyTreated: false) { AllFives = true };

        var warmth = plan.Worker.Warmth + Trend(plan);
        var feeling = dice.Weighted(0.60 + (0.3 * warmth), 0.18, 0.22 - (0.15 * warmth)) switch
        {
            0 => 1.1 + (0.55 * dice.Normal()),
            1 => 0.6 * dice.Normal(),
            _ => -1.3 + (0.6 * dice.Normal()),
        };
        return new Mood(feeling, badlyTreated: false);
    }

    /// <summary>1 to 5.</summary>
    public int Score(ScaleItem item, Dice dice)
    {
        var exact = AllFives ? 5 : BadlyTreated ? 1 + dice.Share() : 3.05 + (1.15 * _feeling) + (0.55 * dice.Normal());
        return _scores[item.Key] = Math.Clamp((int)Math.Round(exact, MidpointRounding.AwayFromZero), ScalePoint.Lowest, ScalePoint.Highest);
    }

    /// <summary>An attribute worth speaking of in this tone: the highest scored for praise, the lowest for pain.</summary>
    public string? ThemeFor(Tone tone, Dice dice)
    {
        if (_scores.Count == 0 || tone is Tone.Plain or Tone.Both) return null;
        var wanted = tone == Tone.Praise ? _scores.Values.Max() : _scores.Values.Min();
        return dice.Of([.. _scores.Where(score => score.Value == wanted).Select(score => score.Key)]);
    }

    /// <param name="closeness">How far the question is about the worker: other people may be liked where the worker is not.</param>
    public Tone ToneFor(Dice dice, double closeness)
    {
        var felt = (_feeling * closeness) + (dice.Normal() * (0.25 + (1 - closeness)));
        return felt switch
        {
            > 0.55 => dice.Happens(0.86) ? Tone.Praise : Tone.Both,
            < -0.55 => dice.Happens(0.86) ? Tone.Pain : Tone.Both,
            _ => dice.Happens(0.7) ? Tone.Both : Tone.Plain,
        };
    }

    // Something for a trend chart to find: one team loses half its people in the second spring, another finds its feet.
    private static double Trend(ResponsePlan plan) => plan.Worker.TeamName switch
    {
        "Finch Team" when plan.Arrival.MonthNumber is >= 13 and <= 18 => -0.7,
        "Pipit Team" => -0.5 + (0.04 * plan.Arrival.MonthNumber),
        _ => 0,
    };
}

/// <summary>What a phrase says of the worker: both is praise and pain in one.</summary>
internal enum Tone
{
    Plain,
    Praise,
    Pain,
    Both,
}
