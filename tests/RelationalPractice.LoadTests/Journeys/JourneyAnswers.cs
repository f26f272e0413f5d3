using System.Globalization;
using RelationalPractice.LoadTests.Http;
using RelationalPractice.Surveys;

namespace RelationalPractice.LoadTests.Journeys;

/// <summary>
/// What one family answers. All of it follows from the journey's number, so the check after the run can say what must be in the
/// database without anything having been kept. Every text ends with a mark that no other text has.
/// </summary>
internal sealed class JourneyAnswers(int number)
{
    private const int ScoresAndNotSureAndNone = 7;

    public Audience Audience => number % 4 == 3 ? Audience.YoungPerson : Audience.ParentCarer;

    public Tier Tier => (number / 4 % 3) switch { 0 => Tier.Named, 1 => Tier.WorkerOnly, _ => Tier.Anonymous };

    /// <summary>The number of the journey whose mark ends this text, or null.</summary>
    public static int? NumberIn(string text)
    {
        var start = text.LastIndexOf('(') + 1;
        var end = text.IndexOf('.', start);
        return start > 0 && end > 0 && int.TryParse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var found) ? found : null;
    }

    public string Text(string key) => Paragraphs.At(Drawn(key)).Plain + Mark(key);

    /// <summary>A score as its radio button posts it, "not-sure", or null for an item that is skipped.</summary>
    public string? Score(string key) => (Drawn(key) % ScoresAndNotSureAndNone) switch
    {
        0 => null,
        6 => DialGroupQuestion.NotSure,
        var score => score.ToString(CultureInfo.InvariantCulture),
    };

    /// <returns>How many answers of the questionnaire were given.</returns>
    public int Fill(HtmlForm form, FormBody body)
    {
        body.Clear();
        var given = 0;
        foreach (var field in form.Fields)
        {
            switch (field.Kind)
            {
                case FieldKind.Hidden:
                    body.Add(field.Name, field.Value);
                    break;
                case FieldKind.Text:
                    body.Add(field.Name, Paragraphs.At(Drawn(field.Name)).Encoded, Mark(field.Name));
                    given++;
                    break;
                case FieldKind.Line:
                    body.Add(field.Name, string.Create(CultureInfo.InvariantCulture, $"{field.Name} {number}"));
                    break;
                case FieldKind.Button when field.Value == AudienceSlug.Of(Audience):
                case FieldKind.Radio when field.Name == "tier" && field.Value == TierSlug.Of(Tier):
                case FieldKind.Radio when field.Name == "Share" && field.Value == "words":
                    body.Add(field.Name, field.Value);
                    break;
                case FieldKind.Radio when field.Value == Score(field.Name):
                    body.Add(field.Name, field.Value);
                    given++;
                    break;
            }
        }

        return given;
    }

    private string Mark(string key) => string.Create(CultureInfo.InvariantCulture, $"({number}.{key})");

    private uint Drawn(string key)
    {
        var drawn = 2166136261u ^ (uint)number * 2654435761u;
        foreach (var letter in key) drawn = (drawn ^ letter) * 16777619u;
        return drawn >> 8;
    }
}
