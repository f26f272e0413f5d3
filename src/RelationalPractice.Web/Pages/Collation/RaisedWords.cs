using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>Why a response was raised, in words.</summary>
public static class RaisedWords
{
    /// <summary>Without what the family wrote: nobody has opened the response yet.</summary>
    public static string InTheQueue(RaisedReason reason) => reason switch
    {
        LowScore low => $"Low score: “{low.Statement}”",
        ListedWord word => $"“{word.Match.Listed}” {Where(word)}",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
    };

    public static string WhileReading(RaisedReason reason) => reason switch
    {
        LowScore low => $"A low score for “{low.Statement}”, {Where(low)}.",
        ListedWord word when string.Equals(word.Match.AsWritten, word.Match.Listed, StringComparison.OrdinalIgnoreCase) =>
            $"They wrote “{word.Match.AsWritten}” {Where(word)}.",
        ListedWord word => $"They wrote “{word.Match.AsWritten}” {Where(word)}; “{word.Match.Listed}” is on the list.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
    };

    private static string Where(RaisedReason reason) => reason.Question is { } number ? $"in question {number}" : "in an answer that belongs to no question";
}
