using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Shared;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Supervision;

/// <summary>All that was released about one worker, newest first, and what came of it.</summary>
public sealed record WorkerFeedback(Worker Worker, IReadOnlyList<ReleasedResponse> Responses, IReadOnlyList<RecordedSupervision> Records, Month ThisMonth)
{
    public IEnumerable<ReleasedResponse> Readable => Responses.Where(r => !r.IsTakenBack);

    public IEnumerable<ReleasedResponse> ToCelebrate => Readable.Where(r => r.Reading.Kind == FeedbackKind.ToCelebrate);

    public IEnumerable<ReleasedResponse> Others => Readable.Where(r => r.Reading.Kind != FeedbackKind.ToCelebrate);

    public IEnumerable<ReleasedResponse> TakenBack => Responses.Where(r => r.IsTakenBack);

    public IReadOnlyList<WorkerFigures> Figures => WorkerFigures.Of(Readable.Select(r => (r.Release.ReceivedMonth, r.Reading)), ThisMonth);
}

/// <summary>One family's feedback as it may be shown.</summary>
public sealed record ReleasedResponse(Release Release, FeedbackReading Reading, string? RespondentName)
{
    /// <summary>The reader has not opened it yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>Not talked about in supervision yet.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Which of several that cannot be told apart in words; 0 for the others.</summary>
    public int Ordinal { get; init; }

    public bool IsTakenBack => Release.WithdrawnOn is not null;

    public string From => RespondentName ?? StaffWords.Of(Release.Audience);

    /// <summary>Named responses have a day; of the others the month is all that is known.</summary>
    public string When => Release.ReceivedOn is { } day ? StaffWords.Of(day) : Release.ReceivedMonth.ToString();

    public string Title => Ordinal == 0 ? $"{From}, {When}" : $"{From}, {When} ({Ordinal})";

    /// <summary>Newest first. Inside a month those without a day stand in the order of their random identifiers.</summary>
    public static IReadOnlyList<ReleasedResponse> InOrder(IEnumerable<ReleasedResponse> responses)
    {
        var ordered = responses.OrderByDescending(r => r.Release.ReceivedMonth).ThenByDescending(r => r.Release.ReceivedOn).ThenBy(r => r.Release.ResponseId).ToList();
        var alike = ordered.Where(r => !r.IsTakenBack).GroupBy(r => r.Title, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .SelectMany(group => group.Index().Select(r => (r.Item.Release.ResponseId, Ordinal: r.Index + 1))).ToDictionary();
        return [.. ordered.Select(r => r with { Ordinal = alike.GetValueOrDefault(r.Release.ResponseId) })];
    }
}

public sealed record RecordedSupervision(SupervisionRecord Record, string Manager);

/// <summary>The worker's feedback with where its parts lead, for the pages that share it.</summary>
public sealed record FeedbackFrame(WorkerFeedback Feedback, Func<Guid, string> AddressOf, Func<Guid, string>? ReplyTo = null)
{
    public string? TitleOf(Guid responseId) => Feedback.Readable.FirstOrDefault(r => r.Release.ResponseId == responseId)?.Title;
}

/// <summary>One family's feedback on a page of its own.</summary>
public sealed record FeedbackDetails(ReleasedResponse Response, OfferedPrompts Prompts, IReadOnlyList<ReleasedResponse> OverTime, Glossary Glossary)
{
    public Wording WordingOf(string id, string marked) => Wording.Of(id, marked, Glossary);
}

/// <summary>How staff pages name an outcome.</summary>
public static class OutcomeWords
{
    public static string Of(SupervisionOutcomeKind kind) => kind switch
    {
        SupervisionOutcomeKind.Celebrated => "Celebrated",
        SupervisionOutcomeKind.MeetingOffered => "Meeting with the family offered",
        SupervisionOutcomeKind.Training => "Training",
        SupervisionOutcomeKind.WorkloadReviewed => "Workload reviewed",
        SupervisionOutcomeKind.OtherSupport => "Other support",
        SupervisionOutcomeKind.NoAction => "No action",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
