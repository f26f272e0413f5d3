namespace RelationalPractice.Web.Pages.Shared;

/// <summary>What is said before every text box.</summary>
public sealed record BeforeYouWrite(bool Anonymous, bool Young = false, string ReadWithin = "one working day");

public sealed record ContinueButtons(string Continue = "Continue", string? Skip = null);

/// <summary>A line of the check-answers page.</summary>
/// <param name="Answers">Nothing in it shows "Not answered".</param>
public sealed record SummaryRow(string Question, IReadOnlyList<string> Answers, string? ChangeUrl)
{
    /// <summary>Said to screen readers after "Change", where the question is too long to hear again.</summary>
    public string? ChangeWhat { get; init; }
}
