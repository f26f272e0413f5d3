using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

/// <summary>Why a response may not be released to supervision. The database refuses an anonymous one and one about nobody all the same.</summary>
public static class ReleaseRules
{
    /// <returns>Every reason, so that all can be put right at once; none: it may be released.</returns>
    public static IReadOnlyList<NotReleasable> WhyNot(ReleaseCandidate candidate)
    {
        if (candidate.State == ResponseState.Withdrawn)
        {
            return [NotReleasable.Withdrawn];
        }

        return candidate.Tier == Tier.Anonymous ? [NotReleasable.Anonymous] : [.. Unmet(candidate)];
    }

    private static IEnumerable<NotReleasable> Unmet(ReleaseCandidate candidate)
    {
        if (candidate.State != ResponseState.Read)
        {
            yield return NotReleasable.NotRead;
        }

        if (candidate.Match != WorkerMatch.One)
        {
            yield return candidate.Match switch
            {
                WorkerMatch.MoreThanOne => NotReleasable.MoreThanOneWorker,
                WorkerMatch.NotKnown => NotReleasable.WorkerNotKnown,
                _ => NotReleasable.WorkerNotMatched,
            };
        }

        if (!candidate.ShowsAnything)
        {
            yield return NotReleasable.NothingToShow;
        }

        if (candidate.ShowsWords && candidate.RedactedById is null)
        {
            yield return NotReleasable.RedactionNotDone;
        }
        else if (candidate is { ShowsWords: true, Tier: Tier.WorkerOnly, TwoPeople: true } && candidate.RedactedById == candidate.ReleaserId)
        {
            yield return NotReleasable.SamePersonHidAndReleases;
        }
    }
}

/// <param name="ShowsAnything">Whether a release would hold any answer.</param>
/// <param name="ShowsWords">Whether it would hold words: not when the family shares scores only.</param>
/// <param name="RedactedById">Who said that all that must be hidden is hidden.</param>
/// <param name="TwoPeople">Whether hiding and releasing take two people where the family gave no name.</param>
public sealed record ReleaseCandidate(
    Tier Tier, ResponseState State, WorkerMatch? Match, bool ShowsAnything, bool ShowsWords, Guid? RedactedById, Guid ReleaserId, bool TwoPeople);

public enum NotReleasable
{
    Anonymous,
    Withdrawn,
    NotRead,
    WorkerNotMatched,
    WorkerNotKnown,
    MoreThanOneWorker,
    NothingToShow,
    RedactionNotDone,
    SamePersonHidAndReleases,
}
