namespace RelationalPractice.Surveys;

/// <summary>The questionnaires and the glossary that come with the product.</summary>
public static class SurveySeeds
{
    private const string Folder = "RelationalPractice.Surveys.Seeds.";
    private const string GlossaryName = "glossary.en.json";

    public static IReadOnlyList<string> QuestionnaireNames { get; } =
        ["parent-carer.v1.en.json", "young-person.provisional-1.en.json"];

    public static Glossary Glossary()
    {
        using var stream = Open(GlossaryName);
        return GlossaryFile.Load(stream, GlossaryName);
    }

    public static IReadOnlyList<Questionnaire> Questionnaires()
    {
        var glossary = Glossary();
        return [.. QuestionnaireNames.Select(name => Read(name, glossary))];
    }

    public static Questionnaire Questionnaire(Audience audience) =>
        Questionnaires().Single(questionnaire => questionnaire.Audience == audience);

    public static Stream Open(string name) =>
        typeof(SurveySeeds).Assembly.GetManifestResourceStream(Folder + name)
        ?? throw new ArgumentException($"There is no seed file {name}.", nameof(name));

    private static Questionnaire Read(string name, Glossary glossary)
    {
        using var stream = Open(name);
        return QuestionnaireFile.Load(stream, name, glossary);
    }
}
