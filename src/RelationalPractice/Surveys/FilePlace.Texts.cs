using System.Text.Json;
using System.Text.RegularExpressions;

namespace RelationalPractice.Surveys;

internal sealed partial class FilePlace
{
    public string Key() => Matching(KeyPattern(), "a key: lower-case letters, digits and hyphens, 2 to 31, first a letter");

    public string Version() => Matching(VersionPattern(), "a version: lower-case letters, digits, hyphens and dots, 1 to 31");

    public string Language() => Matching(LanguagePattern(), "a language tag such as en, cy, zh-Hant or pt-BR");

    public string OneOf(params string[] words)
    {
        var word = Text();
        return words.Contains(word, StringComparer.Ordinal) ? word : throw Broken($"must be one of {string.Join(", ", words)}");
    }

    /// <summary>Words shown as they stand.</summary>
    public string PlainText(int maxLength)
    {
        var text = ShownText(maxLength);
        return GlossaryText.HasMark(text)
            ? throw Broken("must not hold glossary marks; they belong in wording and help")
            : text;
    }

    /// <summary>Words in which terms of the glossary may be marked.</summary>
    public string MarkedText(int maxLength, Glossary glossary)
    {
        var text = ShownText(maxLength);
        foreach (var segment in GlossaryText.Parse(text))
        {
            if (segment.TermKey is null && GlossaryText.HasMark(segment.Text))
                throw Broken("a glossary mark must be written [[key|words]]");
            if (segment.TermKey is { } key && glossary.Find(key) is null)
                throw Broken($"the glossary has no term {key}");
        }

        return text;
    }

    private string ShownText(int maxLength)
    {
        var text = Text();
        if (string.IsNullOrWhiteSpace(text)) throw Broken("must not be empty");
        if (text.Length > maxLength) throw Broken($"must be {maxLength} characters or fewer, not {text.Length}");
        return string.Equals(WrittenText.Clean(text), text, StringComparison.Ordinal)
            ? text
            : throw Broken("must be NFC text without control characters, tabs or white space around it");
    }

    private string Text()
    {
        IsA(JsonValueKind.String, "a text");
        try
        {
            return _element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Broken("must not hold half a surrogate pair");
        }
    }

    private string Matching(Regex pattern, string called)
    {
        var text = Text();
        return pattern.IsMatch(text) ? text : throw Broken($"must be {called}");
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{1,30}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{0,30}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguagePattern();
}
