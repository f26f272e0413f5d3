using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

/// <summary>
/// Ranks the workers whom a family may have meant by the name they typed. It only proposes: a person decides. Pure, so that what it says about a
/// name is the same today and tomorrow.
/// </summary>
public static class WorkerMatcher
{
    public const int MaxCandidates = 10;

    private const int MaxWords = 8;
    private const double LeastLikeness = 0.3;

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<IReadOnlySet<string>>> Nicknames = ReadNicknames();

    /// <summary>Best first; whoever has left stands last, however well the name fits.</summary>
    public static IReadOnlyList<WorkerCandidate> Rank(string? typed, IEnumerable<KnownWorker> workers, CameBy cameBy)
    {
        var words = NameWords.Of(typed).Take(MaxWords).ToList();
        return
        [
            .. workers
                .Select(worker => Weigh(words, worker, cameBy))
                .OfType<Weighed>()
                .OrderBy(weighed => weighed.Candidate.Worker.LeftOn is not null)
                .ThenByDescending(weighed => weighed.Weight)
                .ThenBy(weighed => weighed.Candidate.Worker.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(weighed => weighed.Candidate.Worker.Id)
                .Take(MaxCandidates)
                .Select(weighed => weighed.Candidate),
        ];
    }

    private static Weighed? Weigh(List<string> typed, KnownWorker worker, CameBy cameBy)
    {
        var (likeness, reasons) = Compare(typed, NameWords.Of(worker.Name));
        var byOwnLink = worker.Id == cameBy.WorkerId;
        var byTeamLink = worker.TeamId == cameBy.TeamId;
        if (likeness < LeastLikeness && !byOwnLink && !(byTeamLink && typed.Count == 0))
        {
            return null;
        }

        if (byOwnLink)
        {
            reasons.Add(MatchReason.CameByTheirLink);
        }
        else if (byTeamLink)
        {
            reasons.Add(MatchReason.CameByTheTeamsLink);
        }

        return new Weighed(new WorkerCandidate(worker, reasons), likeness + (byOwnLink ? 0.5 : 0) + (byTeamLink ? 0.2 : 0));
    }

    private static (double Likeness, List<MatchReason> Reasons) Compare(List<string> typed, IReadOnlyList<string> name)
    {
        if (typed.Count == 0 || name.Count == 0)
        {
            return (0, []);
        }

        if (typed.SequenceEqual(name, StringComparer.Ordinal) || string.Concat(typed) == string.Concat(name))
        {
            return (1, [MatchReason.SameName]);
        }

        if (typed is [var letters] && name.Count > 1 && letters == string.Concat(name.Select(word => word[0])))
        {
            return (0.7, [MatchReason.Initials]);
        }

        var pairs = Pairs(typed, name);
        var likeness = pairs.Sum(pair => pair.Weight);
        var inOrder = pairs.OrderBy(pair => pair.Typed).Select(pair => pair.Name).ToList() is var order && order.SequenceEqual(order.Order());
        if (pairs.Count == name.Count && pairs.Count == typed.Count && pairs.TrueForAll(pair => pair.Weight == Words.Same))
        {
            return (0.98, [MatchReason.SameNameOtherOrder]);
        }

        var reasons = pairs.OrderBy(pair => pair.Name).Select(pair => Reason(pair, name.Count)).Distinct().ToList();
        if (!inOrder)
        {
            reasons.Add(MatchReason.OtherOrder);
        }

        return ((0.7 * likeness / typed.Count) + (0.3 * likeness / name.Count) - (inOrder ? 0 : 0.02), reasons);
    }

    // Each typed word stands for at most one word of the name, the likest pair first.
    private static List<Pair> Pairs(List<string> typed, IReadOnlyList<string> name)
    {
        var all =
            from t in Enumerable.Range(0, typed.Count)
            from n in Enumerable.Range(0, name.Count)
            let likeness = Words.Compare(typed[t], name[n])
            where likeness.Weight > 0
            orderby likeness.Weight descending, Math.Abs(t - n)
            select new Pair(t, n, likeness.Weight, likeness.How);
        var taken = new List<Pair>();
        foreach (var pair in all)
        {
            if (!taken.Exists(other => other.Typed == pair.Typed || other.Name == pair.Name))
            {
                taken.Add(pair);
            }
        }

        return taken;
    }

    private static MatchReason Reason(Pair pair, int nameLength) => pair.How switch
    {
        MatchReason.SameName when pair.Name == nameLength - 1 && nameLength > 1 => MatchReason.SameSurname,
        MatchReason.SameName => MatchReason.SameFirstName,
        var how => how,
    };

    private static Dictionary<string, IReadOnlyList<IReadOnlySet<string>>> ReadNicknames()
    {
        var groups = CollationSeeds.Lines("nicknames").Select(line => (IReadOnlySet<string>)line.Split(' ').ToHashSet(StringComparer.Ordinal)).ToList();
        return groups.SelectMany(group => group).Distinct(StringComparer.Ordinal).ToDictionary(
            name => name, name => (IReadOnlyList<IReadOnlySet<string>>)[.. groups.Where(group => group.Contains(name))], StringComparer.Ordinal);
    }

    private sealed record Weighed(WorkerCandidate Candidate, double Weight);

    private sealed record Pair(int Typed, int Name, double Weight, MatchReason How);

    private static class Words
    {
        public const double Same = 1;

        public static (double Weight, MatchReason How) Compare(string typed, string word)
        {
            if (typed == word)
            {
                return (Same, MatchReason.SameName);
            }

            if (Nicknames.TryGetValue(typed, out var groups) && groups.Any(group => group.Contains(word)))
            {
                return (0.9, MatchReason.Nickname);
            }

            if (Spelling.Distance(typed, word) <= Allowed(Math.Min(typed.Length, word.Length)))
            {
                return (0.75, MatchReason.SimilarSpelling);
            }

            if (typed.Length >= 3 && word.StartsWith(typed, StringComparison.Ordinal))
            {
                return (0.6, MatchReason.Beginning);
            }

            return typed.Length == 1 && word[0] == typed[0] ? (0.5, MatchReason.Initial) : (0, MatchReason.Initial);
        }

        private static int Allowed(int length) => length switch
        {
            < 4 => 0,
            < 6 => 1,
            _ => 2,
        };
    }
}

public sealed record KnownWorker(Guid Id, string Name, Guid TeamId, string Team, DateOnly? LeftOn);

/// <summary>The worker or team whose own link the family came by, if it was one of theirs.</summary>
public sealed record CameBy(Guid? WorkerId, Guid? TeamId);

/// <param name="Reasons">Why they may be meant, the name first.</param>
public sealed record WorkerCandidate(KnownWorker Worker, IReadOnlyList<MatchReason> Reasons);

public enum MatchReason
{
    SameName,
    SameNameOtherOrder,
    SameFirstName,
    SameSurname,
    Nickname,
    SimilarSpelling,
    Beginning,
    Initials,
    Initial,
    OtherOrder,
    CameByTheirLink,
    CameByTheTeamsLink,
}
