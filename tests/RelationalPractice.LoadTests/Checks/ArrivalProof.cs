using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.LoadTests.Journeys;

namespace RelationalPractice.LoadTests.Checks;

/// <summary>
/// A check that finds nothing may be one that cannot find anything. So one response is made to look like another, in a transaction
/// that is never committed, and the check must notice the one that is missing and the one that is there twice.
/// </summary>
internal static class ArrivalProof
{
    public static bool CheckNoticesFaults(PracticeDbContext db, IReadOnlyList<SentJourney> sent)
    {
        if (sent.Count < 2) return false;
        var (gone, twice) = (Mark(sent[0]), Mark(sent[1]));

        using var transaction = db.Database.BeginTransaction();
        db.SurveyAnswers.Where(answer => answer.Text!.Contains(gone))
            .ExecuteUpdate(set => set.SetProperty(answer => answer.Text, answer => answer.Text!.Replace(gone, twice)));
        var check = new ArrivalCheck(sent, []);
        check.Read(db);
        return check.Faults.Contains(ArrivalCheck.Missing(sent[0].Number)) && check.Faults.Contains(ArrivalCheck.Twice(sent[1].Number));
    }

    private static string Mark(SentJourney journey) => string.Create(CultureInfo.InvariantCulture, $"({journey.Number}.");
}
