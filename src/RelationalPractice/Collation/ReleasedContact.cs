using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Collation;

/// <summary>
/// All that supervision may know of a respondent beyond what was released: how to answer them, still sealed, and which other released feedback is
/// theirs. Of named responses alone, that are released and not taken back.
/// </summary>
public sealed class ReleasedContact(PracticeDbContext db, PersonalDataProtector personalData)
{
    /// <summary>Until the transaction ends no family can take these back.</summary>
    public Task HoldAsync(IReadOnlyCollection<Guid> responseIds, CancellationToken cancellation) =>
        // Changing the rows, to what they are, is what makes others wait, on both databases.
        db.SurveyResponses.Where(r => responseIds.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, r => r.State), cancellation);

    /// <returns>By response; without those who left no contact.</returns>
    public async Task<IReadOnlyDictionary<Guid, ProtectedText>> SealedAsync(IReadOnlyCollection<Guid> responseIds, CancellationToken cancellation) =>
        await Released().Where(r => responseIds.Contains(r.Id) && r.Contact != null).ToDictionaryAsync(r => r.Id, r => r.Contact!, cancellation);

    /// <summary>
    /// Feedback about the same worker, by who gave the same name and the same contact; the response itself included. The same name alone may
    /// be another person, so where either was left out nothing is known to be theirs.
    /// </summary>
    /// <returns>Empty where nothing else is known to be theirs.</returns>
    public async Task<IReadOnlyList<Guid>> SameRespondentAsync(Guid responseId, CancellationToken cancellation)
    {
        var named = await (
            from release in db.Releases
            where release.ResponseId == responseId
            from response in Released()
            join other in db.Releases on response.Id equals other.ResponseId
            where other.WorkerId == release.WorkerId && response.RespondentName != null && response.Contact != null
            select new { response.Id, response.RespondentName, response.Contact }).ToListAsync(cancellation);
        var people = named.ToDictionary(r => r.Id, r => (Name: Plain(r.RespondentName), Contact: Plain(r.Contact)));
        return people.TryGetValue(responseId, out var person) && people.Count(other => other.Value == person) > 1
            ? [.. people.Where(other => other.Value == person).Select(other => other.Key)]
            : [];
    }

    private IQueryable<NamedResponse> Released() => db.Set<NamedResponse>().Where(response =>
        db.Releases.Any(r => r.ResponseId == response.Id && r.Decision == ReleaseDecision.Released && r.WithdrawnOn == null));

    // "07700 900123" and "07700900123" are one telephone.
    private string Plain(ProtectedText? text) => string.Concat(personalData.Reveal(text)!.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
}
