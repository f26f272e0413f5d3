using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration;

/// <summary>What is decided about a response before a word of it is written; cheap enough to make for all of them twice.</summary>
internal readonly record struct ResponsePlan(
    int Number, Guid Id, Audience Audience, Tier Tier, Arrival Arrival, bool Withdrawn, WorkerInPost Worker, Way Way)
{
    private const int EveryForWhoSignsIn = 20;

    public static ResponsePlan Of(int number, int seed, Arrivals arrivals, IReadOnlyList<WorkerInPost> workers)
    {
        var dice = Dice.For(seed, Dice.Stream.Plans, number);
        var audience = dice.Happens(0.75) ? Audience.ParentCarer : Audience.YoungPerson;
        var tier = (Tier)dice.Weighted(0.35, 0.30, 0.35);
        var arrival = arrivals.Of(number, dice);
        var withdrawn = dice.Happens(0.006);
        var worker = workers[dice.Weighted([.. workers.Select(w => w.Busy)])];
        var way = (Way)dice.Weighted(0.45, 0.25, 0.15, worker.HasLink ? 0.9 : 0);
        if (number < 5 * EveryForWhoSignsIn && number % EveryForWhoSignsIn == 1)
        {
            // The file's first worker is the one who signs in: however few are loaded, there is something for them to read.
            (worker, way, withdrawn) = (workers[0], Way.Worker, false);
            tier = tier == Tier.Anonymous ? Tier.Named : tier;
        }

        return new ResponsePlan(number, IdOf(number, seed), audience, tier, arrival, withdrawn, worker, way);
    }

    public static Guid IdOf(int number, int seed) => Dice.For(seed, Dice.Stream.Rows, number).Id();
}

/// <summary>Which kind of link the family came by.</summary>
internal enum Way
{
    General,
    Area,
    Team,
    Worker,
}

/// <summary>A worker with the rows they belong to, and how families find them.</summary>
/// <param name="Busy">How many families, against others.</param>
/// <param name="Warmth">How families feel about them against others, around 0.</param>
internal sealed record WorkerInPost(
    Guid Id, Guid TeamId, Guid AreaId, string Name, string Pronoun, string TeamName, int AreaNumber, bool HasLink, double Busy, double Warmth)
{
    public string FirstName => Name[..Name.IndexOf(' ', StringComparison.Ordinal)];

    public string LastName => Name[(Name.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
