namespace RelationalPractice.Surveys;

public sealed record ShortTextQuestion(string Key, int Number, string Label, string Wording, string? Help)
    : TextQuestion(Key, Number, Label, Wording, Help)
{
    public const string TypeName = "short-text";
    public const int TextMaxLength = 200;

    public override string Type => TypeName;

    public override int MaxLength => TextMaxLength;

    protected override string Clean(string? typed) => WrittenText.CleanLine(typed);

    internal static ShortTextQuestion ReadFrom(FilePlace place, QuestionHead head)
    {
        place.HasOnly(QuestionHead.Properties);
        return new ShortTextQuestion(head.Key, head.Number, head.Label, head.Wording, head.Help);
    }
}
