namespace RelationalPractice.Surveys;

/// <summary>Reads and refuses questionnaires written as in docs/data/questionnaire-format.md.</summary>
public static class QuestionnaireFile
{
    /// <param name="fileName">Names the file in a refusal.</param>
    /// <param name="glossary">The terms that wording may mark.</param>
    /// <exception cref="QuestionnaireFileException">The file breaks a rule.</exception>
    public static Questionnaire Load(Stream stream, string fileName, Glossary glossary) =>
        Read(FilePlace.Open(stream, fileName), glossary);

    /// <inheritdoc cref="Load"/>
    public static Questionnaire Parse(string json, string fileName, Glossary glossary) =>
        Read(FilePlace.Open(json, fileName), glossary);

    /// <summary>The definition in the one form that <see cref="Parse"/> reads back unchanged.</summary>
    public static string Write(Questionnaire questionnaire) => QuestionnaireWriter.Write(questionnaire);

    private static Questionnaire Read(FilePlace root, Glossary glossary)
    {
        root.HasOnly(
            "key", "version", "audience", "language", "title", "introduction", "ways", "beforeQuestions", "versionNote",
            "questions");
        return new Questionnaire(
            root.Property("key").Key(),
            root.Property("version").Version(),
            AudienceSlug.Parse(root.Property("audience").OneOf(AudienceSlug.ParentCarer, AudienceSlug.YoungPerson))!.Value,
            root.Property("language").Language(),
            root.Property("title").PlainText(Questionnaire.TitleMaxLength),
            root.Property("introduction").PlainText(Questionnaire.IntroductionMaxLength),
            ReadWays(root.Property("ways")),
            root.Property("beforeQuestions").PlainText(Questionnaire.BeforeQuestionsMaxLength),
            root.Optional("versionNote")?.PlainText(Questionnaire.VersionNoteMaxLength),
            ReadQuestions(root.Property("questions"), glossary));
    }

    private static IReadOnlyList<WayToAnswer> ReadWays(FilePlace list)
    {
        var ways = list.List(3, 3);
        FilePlace.RefuseRepeats(ways.Select(way => way.Property("tier")));
        return [.. ways.Select(ReadWay)];
    }

    private static WayToAnswer ReadWay(FilePlace place)
    {
        place.HasOnly("tier", "title", "purpose");
        return new WayToAnswer(
            TierSlug.Parse(place.Property("tier").OneOf(TierSlug.Named, TierSlug.WorkerOnly, TierSlug.Anonymous))!.Value,
            place.Property("title").PlainText(WayToAnswer.TitleMaxLength),
            place.Property("purpose").PlainText(WayToAnswer.PurposeMaxLength));
    }

    private static IReadOnlyList<Question> ReadQuestions(FilePlace list, Glossary glossary)
    {
        var places = list.List(1, Questionnaire.QuestionsMax);
        var questions = places.Select(place => ReadQuestion(place, glossary)).ToList();

        FilePlace.RefuseRepeats(places.SelectMany(KeysOf));
        FilePlace.RefuseRepeats(places.Select(place => place.Property("number")));
        for (var index = 0; index < questions.Count; index++)
        {
            if (questions[index].Number != index + 1)
                throw places[index].Property("number").Broken("numbers must run 1, 2, 3 … in the order of the questions");
        }

        return questions;
    }

    private static Question ReadQuestion(FilePlace place, Glossary glossary)
    {
        var type = place.Property("type").OneOf(
            LongTextQuestion.TypeName, ShortTextQuestion.TypeName, ScaleGroupQuestion.TypeName,
            DialGroupQuestion.TypeName, SingleChoiceQuestion.TypeName);
        var head = QuestionHead.ReadFrom(place, glossary);
        return type switch
        {
            LongTextQuestion.TypeName => LongTextQuestion.ReadFrom(place, head),
            ShortTextQuestion.TypeName => ShortTextQuestion.ReadFrom(place, head),
            ScaleGroupQuestion.TypeName => ScaleGroupQuestion.ReadFrom(place, head, glossary),
            DialGroupQuestion.TypeName => DialGroupQuestion.ReadFrom(place, head, glossary),
            _ => SingleChoiceQuestion.ReadFrom(place, head),
        };
    }

    // Questions and items share one set of keys: answers of all questions are stored side by side under them.
    private static IEnumerable<FilePlace> KeysOf(FilePlace question) =>
    [
        question.Property("key"),
        .. question.Optional("items")?.List().Select(item => item.Property("key")) ?? [],
    ];
}
