namespace RelationalPractice.Surveys;

/// <summary>
/// One published version of the questions for one audience in one language. <see cref="QuestionnaireFile"/> is
/// the only place that checks the rules of docs/data/questionnaire-format.md.
/// </summary>
/// <param name="Introduction">Paragraphs, with an empty line between them.</param>
/// <param name="Ways">The three tiers, each once, in the order in which they are offered.</param>
/// <param name="VersionNote">Whose words these are, shown to whoever answers.</param>
public sealed record Questionnaire(
    string Key,
    string Version,
    Audience Audience,
    string Language,
    string Title,
    string Introduction,
    IReadOnlyList<WayToAnswer> Ways,
    string BeforeQuestions,
    string? VersionNote,
    IReadOnlyList<Question> Questions)
{
    public const int VersionMaxLength = 31;
    public const int LanguageMaxLength = 12;
    public const int TitleMaxLength = 120;
    public const int IntroductionMaxLength = 4000;
    public const int BeforeQuestionsMaxLength = 1000;
    public const int VersionNoteMaxLength = 500;
    public const int QuestionsMax = 50;

    public Question? Find(string? questionKey) =>
        Questions.FirstOrDefault(question => string.Equals(question.Key, questionKey, StringComparison.Ordinal));

    public WayToAnswer Way(Tier tier) => Ways.First(way => way.Tier == tier);
}

/// <summary>What one tier is called and what feedback given that way is for.</summary>
public sealed record WayToAnswer(Tier Tier, string Title, string Purpose)
{
    public const int TitleMaxLength = 120;
    public const int PurposeMaxLength = 1000;
}
