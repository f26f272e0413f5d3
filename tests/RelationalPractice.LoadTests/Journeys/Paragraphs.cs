using System.Net;
using System.Text;

namespace RelationalPractice.LoadTests.Journeys;

/// <summary>Words like those families write, of many lengths and some scripts, encoded once for all.</summary>
internal static class Paragraphs
{
    private const int Count = 64;

    private static readonly string[] Sentences =
    [
        "She rings when she says she will and that has made all the difference to us.",
        "We had three social workers in a year and had to tell the same story each time.",
        "I did not understand what the meeting was for until the day itself.",
        "He sat on the floor with the children and let them show him their game.",
        "Nobody told us that the plan had changed, we heard it from the school.",
        "Mae hi’n siarad Cymraeg gyda’r plant ac mae hynny’n bwysig iawn i ni.",
        "They listen, but then the report says something else than what we talked about.",
        "When my mother was ill she came by after work – we will not forget that.",
        "هي تستمع إلينا وتشرح لنا كل خطوة.",
        "I felt judged at first; now I can tell her when things go wrong without being afraid.",
        "Chciałabym, żeby ktoś wyjaśnił nam, co będzie dalej.",
        "The same person for two years: please keep it that way 🙂",
    ];

    private static readonly (string Plain, byte[] Encoded)[] All = [.. Enumerable.Range(0, Count).Select(Make)];

    public static (string Plain, byte[] Encoded) At(uint number) => All[number % Count];

    private static (string, byte[]) Make(int index)
    {
        var sentences = Enumerable.Range(0, 1 + index % 8).Select(i => Sentences[(index + i * 5) % Sentences.Length]);
        var lines = string.Join(index % 3 == 0 ? "\n" : " ", sentences) + " ";
        // A browser posts the end of a line as CR LF.
        var posted = WebUtility.UrlEncode(lines.ReplaceLineEndings("\r\n"));
        return (lines, Encoding.ASCII.GetBytes(posted));
    }
}
