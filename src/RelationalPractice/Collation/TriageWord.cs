using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

/// <summary>A word or phrase that puts a response at the head of the readers' queue. It hides nothing and decides nothing.</summary>
public sealed class TriageWord
{
    public const int TextMaxLength = 60;

    /// <summary>In letters and digits. Shorter ones would be met in nearly every response.</summary>
    public const int TextMinLetters = 3;

    /// <summary>A longer list would make each sending slower, and raise so much that nothing stands out.</summary>
    public const int ListMax = 500;

    public required Guid Id { get; init; }

    /// <summary>In small letters with single spaces, so that no word is in the list twice.</summary>
    public required string Text { get; init; }

    public static string Clean(string? typed) =>
        string.Join(' ', WrittenText.CleanLine(typed).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
