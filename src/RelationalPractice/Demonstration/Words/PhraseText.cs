using System.Text;

namespace RelationalPractice.Demonstration.Words;

/// <summary>
/// Writes out a template: <c>{one|another}</c> is one of the two, <c>&lt;kid&gt;</c> a word of this family, <c>&lt;Kid&gt;</c> the
/// same at the beginning of a sentence. Either may stand inside a choice.
/// </summary>
internal static class PhraseText
{
    public static string Write(Phrase phrase, Family family, Dice dice)
    {
        var text = new StringBuilder(phrase.Template.Length + 32);
        Write(text, phrase.Template, family, dice);
        return text.ToString();
    }

    private static void Write(StringBuilder text, ReadOnlySpan<char> template, Family family, Dice dice)
    {
        while (template.IndexOfAny('{', '<') is >= 0 and var at)
        {
            text.Append(template[..at]);
            var end = at + template[at..].IndexOf(template[at] == '{' ? '}' : '>');
            var inside = template[(at + 1)..end];
            if (template[at] == '{') Write(text, Choose(inside, dice), family, dice);
            else text.Append(Word(inside, family, dice));
            template = template[(end + 1)..];
        }

        text.Append(template);
    }

    private static ReadOnlySpan<char> Choose(ReadOnlySpan<char> choices, Dice dice)
    {
        var chosen = dice.Below(choices.Count('|') + 1);
        while (chosen-- > 0) choices = choices[(choices.IndexOf('|') + 1)..];
        return choices.IndexOf('|') is >= 0 and var end ? choices[..end] : choices;
    }

    private static string Word(ReadOnlySpan<char> name, Family family, Dice dice)
    {
        if (!char.IsUpper(name[0])) return family.Word(name.ToString(), dice);
        var word = family.Word(char.ToLowerInvariant(name[0]) + name[1..].ToString(), dice);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
