using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;

namespace RelationalPractice.Surveys;

/// <summary>
/// What one person sent. Its tier is its type: an anonymous response has no name to ask for, and the
/// database refuses one (ck_survey_responses_*).
/// </summary>
public abstract class SurveyResponse
{
    private readonly List<SurveyAnswer> _answers = [];

    public required Guid Id { get; init; }

    public required Guid QuestionnaireId { get; init; }

    public PublishedQuestionnaire? Questionnaire { get; private init; }

    public required Month ReceivedMonth { get; init; }

    /// <summary>The working day by which the quality team reads it. Erased on reading unless the response is named.</summary>
    public DateOnly? ReadBy { get; set; }

    public Guid? ServiceAreaId { get; init; }

    public ServiceArea? ServiceArea { get; private init; }

    /// <summary>At the head of the readers' queue. Raising never hides or decides.</summary>
    public bool Raised { get; set; }

    public ResponseState State { get; private set; }

    /// <summary>Slow keyed hash of the receipt code; the code itself is never kept.</summary>
    public required byte[] ReceiptHash { get; init; }

    public IReadOnlyList<SurveyAnswer> Answers => _answers;

    public abstract Tier Tier { get; }

    public void Add(string questionKey, AnswerValue value) =>
        _answers.Add(new SurveyAnswer { ResponseId = Id, QuestionKey = questionKey, Text = value.Text, Score = value.Score, Choice = value.Choice });

    /// <returns>The audit event to keep with the change, or null when it was read or withdrawn before.</returns>
    public AuditEvent? MarkRead(ChangeContext context)
    {
        if (State != ResponseState.New)
        {
            return null;
        }

        State = ResponseState.Read;
        if (Tier != Tier.Named)
        {
            ReadBy = null;
        }

        return AuditEvent.Of(AuditEventKind.ResponseRead, context, Id);
    }

    /// <summary>The family takes it back: words, scores and everything personal go; only the fact remains, for the code to show.</summary>
    public void Withdraw()
    {
        State = ResponseState.Withdrawn;
        ReadBy = null;
        Raised = false;
        _answers.Clear();
        Forget();
    }

    protected abstract void Forget();
}

/// <summary>A response that speaks of a worker: it can reach supervision.</summary>
public abstract class WorkerResponse : SurveyResponse
{
    /// <summary>As the family typed it; the quality team matches it.</summary>
    public ProtectedText? WorkerNameTyped { get; set; }

    /// <summary>Known when the family came by a worker's own link.</summary>
    public Guid? WorkerId { get; set; }

    public Guid? TeamId { get; set; }

    /// <summary>Whom the quality team found to be meant; null until somebody has decided.</summary>
    public WorkerMatch? WorkerMatch { get; private set; }

    /// <summary>The one worker who is meant.</summary>
    public Guid? MatchedWorkerId { get; private set; }

    /// <param name="match">Any answer but <see cref="Surveys.WorkerMatch.One"/>.</param>
    public void MatchNobody(WorkerMatch match)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(match, Surveys.WorkerMatch.One);
        WorkerMatch = match;
        MatchedWorkerId = null;
    }

    public void MatchTo(Guid workerId)
    {
        WorkerMatch = Surveys.WorkerMatch.One;
        MatchedWorkerId = workerId;
    }

    protected override void Forget()
    {
        WorkerNameTyped = null;
        WorkerId = null;
        TeamId = null;
        WorkerMatch = null;
        MatchedWorkerId = null;
    }
}

/// <summary>Whom a response is about, as the quality team decided. Stored by name: never rename, only add.</summary>
public enum WorkerMatch
{
    One,
    MoreThanOne,
    NotKnown,
}

public sealed class NamedResponse : WorkerResponse
{
    public ProtectedText? RespondentName { get; set; }

    public ProtectedText? Contact { get; set; }

    /// <summary>Named responses alone keep their day.</summary>
    public required DateOnly ReceivedOn { get; init; }

    public override Tier Tier => Tier.Named;

    protected override void Forget()
    {
        base.Forget();
        RespondentName = null;
        Contact = null;
    }
}

public sealed class WorkerOnlyResponse : WorkerResponse
{
    /// <summary>The family lets the worker see their scores, not their words.</summary>
    public bool ScoresOnly { get; init; }

    public override Tier Tier => Tier.WorkerOnly;
}

public sealed class AnonymousResponse : SurveyResponse
{
    public override Tier Tier => Tier.Anonymous;

    protected override void Forget()
    {
        // There is nothing personal to forget: that is what this type is for.
    }
}
