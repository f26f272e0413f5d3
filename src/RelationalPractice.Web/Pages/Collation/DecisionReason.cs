using RelationalPractice.Collation;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>What is said about the reason of a decision, which the audit log keeps.</summary>
public static class DecisionReason
{
    public const string Hint = "It stays in the audit log: do not repeat what the family wrote, or anybody’s name.";
    public const string RepeatsHiddenWords = "The reason repeats words that are hidden. Say it without them";

    public static string TooLong { get; } = $"The reason must be {Release.ReasonMaxLength} characters or fewer";
}
