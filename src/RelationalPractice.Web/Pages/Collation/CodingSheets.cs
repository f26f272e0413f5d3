using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>All that the page for coding a response shows of it, on the turn of whoever is signed in.</summary>
public sealed class CodingSheets(PracticeDbContext db, RawResponses raw, ThemeSuggestions suggestions, CodingTurnOf turns, CurrentStaff staff)
{
    /// <param name="typed">What was posted for one of the answers and may have to be shown again.</param>
    /// <returns>Null when there is no such response, or the family took it back.</returns>
    public async Task<CodingSheet?> OpenAsync(Guid id, TypedCoding? typed, CancellationToken cancellation)
    {
        if (await raw.OpenAsync(id, cancellation) is not { Response: var response, Questionnaire: var questionnaire })
        {
            return null;
        }

        var turn = await turns.GetAsync(id, cancellation);
        var codebook = await db.Themes.AsNoTracking().ToDictionaryAsync(t => t.Id, cancellation);
        var codings = await CodingsAsync(id, turn, cancellation);
        var suggester = await suggestions.GetAsync([.. codebook.Values], without: id, cancellation);
        return new CodingSheet(
            turn,
            await turns.DoneByAsync(id, turn, cancellation),
            codebook,
            [
                .. from question in questionnaire.Questions.OfType<TextQuestion>()
                   join answer in response.Answers on question.Key equals answer.QuestionKey
                   where answer.Text is not null
                   select ToCode(question, answer.Text!, typed?.QuestionKey == question.Key ? typed : null),
            ]);

        AnswerToCode ToCode(TextQuestion question, string text, TypedCoding? again)
        {
            var suggested = suggester.Suggest(question.Key, text).Select(suggestion => suggestion.ThemeId);
            var kept = codings.Where(c => c.QuestionKey == question.Key)
                .OrderBy(c => c.Start ?? -1).ThenBy(c => c.End).ThenBy(c => codebook[c.ThemeId].Name, StringComparer.CurrentCulture);
            return new AnswerToCode(
                question.Key,
                question.Label,
                $"{question.Number}. {GlossaryText.Plain(question.Wording)}",
                text,
                [.. kept.Select(c => new KeptCoding(c.Id, codebook[c.ThemeId].Name, c.Direction, c.Stretch?.Of(text)))],
                [.. suggested.Concat(again?.ThemeIds ?? []).Distinct().Select(codebook.GetValueOrDefault).OfType<Theme>()],
                again);
        }
    }

    private Task<List<Coding>> CodingsAsync(Guid id, CodingTurn turn, CancellationToken cancellation)
    {
        var (second, coderId) = (turn == CodingTurn.Second, staff.Id);
        return db.Codings.AsNoTracking().Where(c => c.ResponseId == id && c.Second == second && (!second || c.CoderId == coderId)).ToListAsync(cancellation);
    }
}

/// <param name="DoneBy">Who has said that the themes are done, on this turn.</param>
/// <param name="Codebook">Themes that are no longer in use too, for what was coded with them.</param>
public sealed record CodingSheet(CodingTurn Turn, string? DoneBy, IReadOnlyDictionary<Guid, Theme> Codebook, IReadOnlyList<AnswerToCode> Answers)
{
    public IEnumerable<Theme> InUse => Codebook.Values.Where(theme => theme.IsActive).OrderBy(theme => theme.Name, StringComparer.CurrentCulture);
}

/// <param name="Offered">Suggested, and what was chosen before.</param>
/// <param name="Typed">What was posted for this answer and could not be kept.</param>
public sealed record AnswerToCode(
    string Key, string Label, string Heading, string Text, IReadOnlyList<KeptCoding> Codings, IReadOnlyList<Theme> Offered, TypedCoding? Typed);

/// <param name="Words">Null: the whole answer.</param>
public sealed record KeptCoding(Guid Id, string Theme, ThemeDirection Direction, string? Words);

public sealed record TypedCoding(string QuestionKey, string? Words, int? Start, int? End, IReadOnlyList<Guid> ThemeIds, string? ThemeName, string? Direction);
