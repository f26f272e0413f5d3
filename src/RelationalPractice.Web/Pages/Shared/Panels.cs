namespace RelationalPractice.Web.Pages.Shared;

/// <summary>What is said before every text box.</summary>
public sealed record BeforeYouWrite(bool Anonymous, string ReadWithin = "one working day");

public sealed record ContinueButtons(string Continue = "Continue", string? Skip = null);

/// <param name="Paragraphs">Nothing in it shows "Not answered".</param>
public sealed record SummaryRow(string Question, IReadOnlyList<string> Paragraphs, string? ChangeUrl)
{
    /// <summary>Said to screen readers after "Change".</summary>
    public string? ChangeWhat { get; init; }
}
