using RelationalPractice.Collation;
using RelationalPractice.Web.Pages.Shared;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>Whom a reader can choose, each worker once and with the reasons in words; then the two answers that are no worker.</summary>
public static class WorkerOptions
{
    public const string NotKnown = "not-known";
    public const string MoreThanOne = "more-than-one";

    public static IReadOnlyList<RadioOption> Of(
        IEnumerable<WorkerCandidate> found, IEnumerable<WorkerCandidate> proposed, IEnumerable<WorkerCandidate> chosen) =>
    [
        .. found.Select(candidate => Option(candidate, "Found by your search"))
            .Concat(proposed.Select(candidate => Option(candidate, hint: null)))
            .Concat(chosen.Select(candidate => Option(candidate, "Chosen before")))
            .DistinctBy(option => option.Value),
        new RadioOption(NotKnown, "Not known", "Nobody fits, or the name says too little. It is not released."),
        new RadioOption(MoreThanOne, "More than one worker", "It is not released: it would show one what is said of another."),
    ];

    private static RadioOption Option(WorkerCandidate candidate, string? hint)
    {
        var (worker, reasons) = candidate;
        var left = worker.LeftOn is { } day ? $"Left on {StaffWords.Of(day)}" : null;
        var why = hint is null ? reasons.Select(CollationWords.Of) : [hint];
        return new RadioOption(worker.Id.ToString(), $"{worker.Name}, {worker.Team}", $"{string.Join(". ", why.Append(left).OfType<string>())}.");
    }
}
