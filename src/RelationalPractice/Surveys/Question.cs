using System.Text.Json;

namespace RelationalPractice.Surveys;

/// <summary>
/// A question knows how to read what was posted for it, what it stores under which item keys, and how an answer
/// reads back. One sealed record per answer type.
/// </summary>
/// <param name="Label">Short name for lists of answers and page titles.</param>
/// <param name="Wording">The question itself; may hold glossary marks, see <see cref="GlossaryText"/>.</param>
public abstract record Question(string Key, int Number, string Label, string Wording, string? Help)
{
    public const int KeyMaxLength = 31;
    public const int LabelMaxLength = 60;
    public const int WordingMaxLength = 1000;
    public const int HelpMaxLength = 1000;

    public abstract string Type { get; }

    /// <summary>The keys its answers are stored under, which are also the names of its form fields.</summary>
    public abstract IReadOnlyList<string> ItemKeys { get; }

    /// <summary>
    /// Reads a posted form: <paramref name="posted"/> gives the value of a field, or null. Nothing posted is a
    /// skipped question and never a problem. A field posted twice arrives as "1,2" and is refused by the types
    /// that offer fixed answers.
    /// </summary>
    public abstract AnswerReading Read(Func<string, string?> posted);

    /// <summary>
    /// What stays when the person skips the question. Nothing that was chosen: a pressed choice cannot be pressed away, so skipping is
    /// how it is taken back. Words stay, for they can be deleted by whoever means to and a wrong press must not cost them.
    /// </summary>
    public virtual AnswerReading ReadSkipped(Func<string, string?> posted) => new AnswerReading.Builder().Build();

    /// <summary>Its answers in words, one line an item, in the order of the question; empty ones included.</summary>
    public abstract IReadOnlyList<AnswerLine> Lines(IReadOnlyDictionary<string, AnswerValue> answers);

    /// <summary>Whether these answers mean that help is shown before going on.</summary>
    public virtual bool OffersHelp(IReadOnlyDictionary<string, AnswerValue> answers) => false;

    internal abstract void WriteDetails(Utf8JsonWriter json);
}
