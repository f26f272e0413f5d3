using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>What the scan proposes to hide in a response and nobody has answered yet.</summary>
public sealed class RedactionProposals(PracticeDbContext db, PersonalDataProtector personalData, SchoolNames schools)
{
    /// <returns>One list for each written answer, in their order.</returns>
    public async Task<IReadOnlyList<AnswerProposals>> OpenAsync(
        RawResponse opened, IReadOnlyList<Redaction> redactions, CancellationToken cancellation)
    {
        var answers = WrittenAnswer.Of(opened.Questionnaire, opened.Response.Answers);
        var names = await db.Workers.Select(w => w.Name).Concat(db.Users.Select(s => s.DisplayName)).ToListAsync(cancellation);
        var hidden =
            from answer in answers
            from part in RedactedText.Parts(answer.Text, redactions.Where(r => r.QuestionKey == answer.QuestionKey))
            where part.Hidden is not null
            select (part.Words, part.Hidden!.Value);
        var known = KnownIdentifiers.Of(names.Concat(Own(opened.Response)), schools.All, hidden.Distinct());
        return
        [
            .. answers.Select(answer =>
            {
                var here = redactions.Where(r => r.QuestionKey == answer.QuestionKey).ToList();
                return new AnswerProposals(answer, here, [.. IdentifierScan.Find(answer.Text, known).Where(proposal => proposal.IsOpen(here))]);
            }),
        ];
    }

    private IEnumerable<string?> Own(SurveyResponse response)
    {
        if (response is WorkerResponse spoken)
        {
            yield return personalData.Reveal(spoken.WorkerNameTyped);
        }

        if (response is NamedResponse named)
        {
            yield return personalData.Reveal(named.RespondentName);
        }
    }
}

public sealed record AnswerProposals(WrittenAnswer Answer, IReadOnlyList<Redaction> Redactions, IReadOnlyList<Proposal> Open)
{
    public IReadOnlyList<TextPart> Parts => RedactedText.Parts(Answer.Text, Redactions);

    public ToHide Of(Proposal proposal) => new(Answer.QuestionKey, proposal.Stretch, proposal.Kind);

    /// <summary>A proposal's name in a form: it says where, never what.</summary>
    public string Place(Proposal proposal) => $"{Answer.QuestionKey}:{proposal.Stretch.Start}-{proposal.Stretch.End}";
}
