using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Surveys;

namespace RelationalPractice.Interviews;

/// <summary>
/// A family's wish to talk instead of typing. Everything personal is encrypted, and erased when the interview was held or the wish was
/// taken back: what they then said rests in the response alone, known as they chose at the end.
/// </summary>
public sealed class InterviewRequest
{
    public const int NameMaxLength = 100;
    public const int ContactMaxLength = 200;
    public const int WordsMaxLength = 500;
    public const int LanguageMaxLength = 60;
    public const int WorkerNameMaxLength = 100;

    /// <summary>Days after which a wish that nobody booked is forgotten.</summary>
    public const int KeptDays = 90;

    public required Guid Id { get; init; }

    /// <summary>Keyed hash of the code with which the family finds its appointment again.</summary>
    public required byte[] CodeHash { get; init; }

    public required DateOnly AskedOn { get; init; }

    public InterviewRequestState State { get; private set; }

    public required Audience Audience { get; init; }

    public ProtectedText? Name { get; set; }

    /// <summary>A telephone number or e-mail address.</summary>
    public ProtectedText? Contact { get; set; }

    public InterviewWay Way { get; init; }

    /// <summary>When, where and how it suits, in their words.</summary>
    public ProtectedText? Wishes { get; set; }

    /// <summary>What they need to take part, in their words.</summary>
    public ProtectedText? AccessNeeds { get; set; }

    public ProtectedText? Language { get; set; }

    public bool NeedsInterpreter { get; init; }

    /// <summary>Null: either.</summary>
    public InterviewerKind? WantsKind { get; init; }

    /// <summary>Null: it does not matter.</summary>
    public InterviewerGender? WantsGender { get; init; }

    /// <summary>As they named their worker, so that this worker is not sent to them.</summary>
    public ProtectedText? WorkerNameTyped { get; set; }

    /// <summary>The account of their worker, once staff have found it: never the interviewer (ck_interviews_not_their_worker).</summary>
    public Guid? WorkerStaffId { get; private set; }

    /// <summary>Staff looked for the worker, found or not: no interview is booked before.</summary>
    public bool WorkerLookedFor { get; private set; }

    /// <summary>Written down by staff for somebody who telephoned.</summary>
    public Guid? TakenDownById { get; init; }

    public bool IsOver => State is InterviewRequestState.Held or InterviewRequestState.Cancelled;

    /// <param name="workerStaffId">Null: nobody fits, or the worker has no account.</param>
    /// <returns>The audit event to keep with the change.</returns>
    public AuditEvent FindWorker(Guid? workerStaffId, ChangeContext context)
    {
        WorkerStaffId = workerStaffId;
        WorkerLookedFor = true;
        return AuditEvent.Of(AuditEventKind.InterviewWorkerFound, context, Id);
    }

    public void Book() => State = InterviewRequestState.Booked;

    /// <summary>The appointment came to nothing, and they still want one.</summary>
    public void WaitAgain() => State = InterviewRequestState.Asked;

    public void Hold() => End(InterviewRequestState.Held);

    public void Cancel() => End(InterviewRequestState.Cancelled);

    public void Forget()
    {
        Name = null;
        Contact = null;
        Wishes = null;
        AccessNeeds = null;
        Language = null;
        WorkerNameTyped = null;
        WorkerStaffId = null;
    }

    private void End(InterviewRequestState state)
    {
        State = state;
        Forget();
    }
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum InterviewRequestState
{
    Asked,
    Booked,
    Held,
    Cancelled,
}

/// <summary>Stored by name: never rename, only add.</summary>
public enum InterviewWay
{
    Telephone,
    Video,
    InPerson,
}
