using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration.Words;

/// <summary>All hand-written phrases, by shelf: "parent-carer/impact", "languages/pl", "identities" …</summary>
internal sealed class PhraseStock
{
    private const string Folder = "Words/Stock/";
    private const string Extension = ".txt";

    private readonly Dictionary<string, Phrase[]> _shelves;

    private PhraseStock(Dictionary<string, Phrase[]> shelves) => _shelves = shelves;

    public static PhraseStock Instance { get; } = Read();

    public IReadOnlyDictionary<string, Phrase[]> Shelves => _shelves;

    public IReadOnlyList<string> Languages =>
        [.. _shelves.Keys.Where(shelf => shelf.StartsWith("languages/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>One of those that suit, the same chance for each; null when none does.</summary>
    public Phrase? Pick(string shelf, Family family, Dice dice, Func<Phrase, bool> wanted)
    {
        if (!_shelves.TryGetValue(shelf, out var phrases)) return null;
        var suitable = 0;
        foreach (var phrase in phrases)
        {
            if (phrase.Suits(family) && wanted(phrase)) suitable++;
        }

        if (suitable == 0) return null;
        var chosen = dice.Below(suitable);
        foreach (var phrase in phrases)
        {
            if (phrase.Suits(family) && wanted(phrase) && chosen-- == 0) return phrase;
        }

        return null;
    }

    private static PhraseStock Read() => new(DemonstrationFile.Under(Folder)
        .Where(path => path != "names.txt")
        .ToDictionary(path => path[..^Extension.Length], ReadShelf, StringComparer.Ordinal));

    private static Phrase[] ReadShelf(string path)
    {
        using var reader = new StreamReader(DemonstrationFile.Open(Folder + path));
        return [.. PhraseFile.Read(reader, path, Anybody(path))];
    }

    private static Speakers Anybody(string path) => path[..(path.IndexOf('/', StringComparison.Ordinal) + 1)] switch
    {
        AudienceSlug.ParentCarer + "/" => Speakers.Family,
        AudienceSlug.YoungPerson + "/" => Speakers.Young,
        // Several languages bend the words of the speaker: the sentences are a mother's unless they say otherwise.
        "languages/" => Speakers.Mother,
        _ => Speakers.None,
    };
}
