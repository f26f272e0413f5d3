using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

/// <summary>
/// The quality team's decision about one response: released for supervision, or withheld. With a release go copies of what may be seen; nothing
/// outside collation ever reads the response itself. The database refuses one for an anonymous response.
/// </summary>
public sealed class Release
{
    public const int ReasonMaxLength = 500;

    private readonly List<ReleasedExcerpt> _excerpts = [];

    public required Guid ResponseId { get; init; }

    /// <summary>The response's own tier, repeated so that the database can hold the two together.</summary>
    public required string StoredTier { get; init; }

    public Tier Tier => Enum.Parse<Tier>(StoredTier);

    public required ReleaseDecision Decision { get; set; }

    /// <summary>Why; always said when it is withheld.</summary>
    public string? Reason { get; set; }

    public required Guid DecidedById { get; set; }

    public required DateOnly DecidedOn { get; set; }

    /// <summary>Whom it is about; always known when it is released.</summary>
    public Guid? WorkerId { get; set; }

    public required Audience Audience { get; init; }

    public required Guid QuestionnaireId { get; init; }

    public required Month ReceivedMonth { get; init; }

    /// <summary>Named responses alone.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Named responses alone, when they are released.</summary>
    public ProtectedText? RespondentName { get; set; }

    /// <summary>The family lets the worker see their scores, not their words.</summary>
    public bool ScoresOnly { get; init; }

    /// <summary>When the family took it back: then nothing of it is left but that.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    public IReadOnlyList<ReleasedExcerpt> Excerpts => _excerpts;

    public void Show(IEnumerable<ReleasedExcerpt> excerpts)
    {
        _excerpts.Clear();
        _excerpts.AddRange(excerpts);
    }

    /// <summary>The family took the response back, or the release is undone: no copy stays.</summary>
    public void Forget(DateOnly? withdrawnOn)
    {
        _excerpts.Clear();
        RespondentName = null;
        WithdrawnOn = withdrawnOn;
        if (withdrawnOn is not null)
        {
            // Its words may tell of what the family wrote; that there was a reason to withhold may stay.
            Reason = Decision == ReleaseDecision.Withheld ? "" : null;
        }
    }

    /// <summary>Nothing of it may be seen in supervision any more. It can be released again.</summary>
    /// <param name="context">Its reason is kept: an undone release is a withheld one.</param>
    internal void Undo(ChangeContext context, DateOnly today)
    {
        Decide(ReleaseDecision.Withheld, context, today);
        Forget(withdrawnOn: null);
    }

    internal void Decide(ReleaseDecision decision, ChangeContext context, DateOnly today)
    {
        Decision = decision;
        Reason = context.Reason;
        DecidedById = context.ActorId;
        DecidedOn = today;
    }
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum ReleaseDecision
{
    Released,
    Withheld,
}

/// <summary>One answer as it may be seen in supervision: redacted words, a score or a choice. The only shape of families' words other features may read.</summary>
public sealed class ReleasedExcerpt
{
    /// <summary>Stands in place of an answer in which something was hidden since its release, until it is released again.</summary>
    public const string BeingCorrected = "[The quality team is correcting this answer]";

    public required Guid ResponseId { get; init; }

    public required string QuestionKey { get; init; }

    public string? Text { get; init; }

    public int? Score { get; init; }

    public string? Choice { get; init; }
}
