using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Feedback;

namespace RelationalPractice.Web.Pages.Links;

/// <summary>
/// Which part of a questionnaire stands on which page of the paper form. Browsers can neither number the pages of each copy nor begin a copy
/// on a new sheet, so both are settled here, by what each part needs in millimetres; boxes to write in take what is left of a page.
/// </summary>
public static class PaperSheets
{
    /// <summary>The family keeps these: about the form, and help with the code.</summary>
    public const int KeptPages = 2;

    private const double Page = 236;
    private const double AboveTheWays = 26;
    private const double LettersInALine = 74;

    /// <returns>The pages to send back; an empty one is room for more. In usual print their number lets each copy end with its sheet.</returns>
    public static IReadOnlyList<PaperSheet> Of(Questionnaire questionnaire, bool large)
    {
        var size = large ? 1.55 : 1;
        var sheets = new List<PaperSheet>();
        var blocks = new List<PaperBlock>();
        var used = AboveTheWays * size;
        foreach (var (block, height) in Blocks(questionnaire, size))
        {
            if (used + height > Page && blocks.Count > 0)
            {
                sheets.Add(new PaperSheet(blocks));
                (blocks, used) = ([], 0);
            }

            blocks.Add(block);
            used += height;
        }

        sheets.Add(new PaperSheet(blocks));
        if (!large && sheets.Count % 2 != 0)
        {
            sheets.Add(new PaperSheet([]));
        }

        return sheets;
    }

    private static IEnumerable<(PaperBlock Block, double Height)> Blocks(Questionnaire questionnaire, double size)
    {
        var young = questionnaire.Audience == Audience.YoungPerson;
        foreach (var way in questionnaire.Ways)
        {
            var fields = way.Tier switch { Tier.Named => 3, Tier.WorkerOnly => 2, _ => 0 };
            yield return (new PaperBlock(way), 14 + Lines(way.Title + way.Purpose + TierWords.WhoReads(way.Tier, young), size, 5) + 11 * fields * size);
        }

        foreach (var block in questionnaire.Questions.SelectMany(question => Blocks(question, size)))
        {
            yield return block;
        }
    }

    private static IEnumerable<(PaperBlock Block, double Height)> Blocks(Question question, double size)
    {
        var heading = 9 + Lines(GlossaryText.Plain(question.Wording), size * 1.15, 6) + (question.Help is { } help ? Lines(help, size, 5) : 0);
        if (question is not ScoredGroupQuestion group)
        {
            var answer = question switch
            {
                LongTextQuestion => 66 * Math.Sqrt(size),
                SingleChoiceQuestion choice => choice.Options.Sum(option => 3 + Lines(option.Label, size, 5)),
                _ => 14 * size,
            };
            yield return (new PaperBlock(Question: question), heading + answer);
            yield break;
        }

        // Of a group, as many statements as a page holds stay together.
        var (items, used) = (new List<ScaleItem>(), heading + AboveTheItems(group) * size);
        foreach (var item in group.Items)
        {
            var height = (group is DialGroupQuestion ? 42 : 5 + Math.Ceiling(item.Wording.Length / 36.0) * 5) * (group is DialGroupQuestion ? Math.Sqrt(size) : size * size);
            if (used + height > Page && items.Count > 0)
            {
                yield return (new PaperBlock(Question: question, Items: items, Continued: items[0] != group.Items[0]), used);
                (items, used) = ([], heading + AboveTheItems(group) * size);
            }

            items.Add(item);
            used += height;
        }

        yield return (new PaperBlock(Question: question, Items: items, Continued: items[0] != group.Items[0]), used);
    }

    private static double AboveTheItems(ScoredGroupQuestion group) => group is DialGroupQuestion ? 0 : 16;

    private static double Lines(string words, double size, double height) => Math.Ceiling(words.Length * size / LettersInALine) * height * size;
}

public sealed record PaperSheet(IReadOnlyList<PaperBlock> Blocks);

/// <param name="Items">Those of the question's statements that stand here.</param>
/// <param name="Continued">The question began on the page before.</param>
public sealed record PaperBlock(WayToAnswer? Way = null, Question? Question = null, IReadOnlyList<ScaleItem>? Items = null, bool Continued = false);
