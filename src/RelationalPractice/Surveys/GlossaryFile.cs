namespace RelationalPractice.Surveys;

public static class GlossaryFile
{
    public const int TermsMax = 200;

    /// <exception cref="QuestionnaireFileException">The file breaks a rule.</exception>
    public static Glossary Load(Stream stream, string fileName)
    {
        var root = FilePlace.Open(stream, fileName);
        root.HasOnly("version", "language", "terms");
        var terms = root.Property("terms").List(1, TermsMax);
        FilePlace.RefuseRepeats(terms.Select(term => term.Property("key")));
        return new Glossary(
            root.Property("version").Version(), root.Property("language").Language(), [.. terms.Select(ReadTerm)]);
    }

    private static GlossaryTerm ReadTerm(FilePlace place)
    {
        place.HasOnly("key", "term", "definition", "source");
        return new GlossaryTerm(
            place.Property("key").Key(),
            place.Property("term").PlainText(GlossaryTerm.TermMaxLength),
            place.Property("definition").PlainText(GlossaryTerm.DefinitionMaxLength),
            place.Property("source").PlainText(GlossaryTerm.SourceMaxLength));
    }
}
