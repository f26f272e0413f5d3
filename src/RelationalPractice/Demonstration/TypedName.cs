using RelationalPractice.Demonstration.Words;

namespace RelationalPractice.Demonstration;

/// <summary>A worker's name as families type it: seldom as it stands on the door.</summary>
internal static class TypedName
{
    public static string? Of(ResponsePlan plan, Dice dice)
    {
        var worker = plan.Worker;
        if (plan.Way == Way.Worker) return worker.Name;
        return dice.Weighted(36, 24, 10, 8, 8, 5, 4, 5) switch
        {
            0 => worker.Name,
            1 => worker.FirstName,
            2 => worker.Name.ToLowerInvariant(),
            3 => Family.Plain(worker.Name),
            4 => Misspelt(worker.Name, dice),
            5 => $"{(worker.Pronoun == "she" ? "Miss" : "Mr")} {worker.LastName}",
            6 => $"{worker.FirstName} from {worker.TeamName.Replace("Team", "team", StringComparison.Ordinal)}",
            _ => null,
        };
    }

    private static string Misspelt(string name, Dice dice)
    {
        var at = dice.Between(1, name.Length - 2);
        return dice.Happens(0.5) ? name.Remove(at, 1) : name.Insert(at, name[at].ToString());
    }
}
