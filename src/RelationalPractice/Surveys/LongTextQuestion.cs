namespace RelationalPractice.Surveys;

public sealed record LongTextQuestion(string Key, int Number, string Label, string Wording, string? Help)
    : TextQuestion(Key, Number, Label, Wording, Help)
{
    public const string TypeName = "long-text";
    public const int TextMaxLength = 5000;

    public override string Type => TypeName;

    public override int MaxLength => TextMaxLength;

    protected override string Clean(string? typed) => WrittenText.Clean(typed);

    internal static LongTextQuestion ReadFrom(FilePlace place, QuestionHead head)
    {
        place.HasOnly(QuestionHead.Properties);
        return new LongTextQuestion(head.Key, head.Number, head.Label, head.Wording, head.Help);
    }
}
