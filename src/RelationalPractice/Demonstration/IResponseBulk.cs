using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration;

/// <summary>Keeps many responses the quickest way one database knows. One implementation a dialect, beside its migrations.</summary>
public interface IResponseBulk
{
    /// <summary>
    /// Where an identifier stands among others as this database keeps them. Responses written in this order go in
    /// quickest, and lie on disk in the order of their random keys, which says nothing of when they arrived.
    /// </summary>
    UInt128 Rank(Guid id);

    /// <summary>Within the transaction that is open on <paramref name="db"/>.</summary>
    Task WriteAsync(PracticeDbContext db, IReadOnlyList<SurveyResponse> responses, CancellationToken cancellation);

    /// <summary>After the commit: lets the database take stock of what it now holds.</summary>
    Task FinishAsync(PracticeDbContext db, CancellationToken cancellation);
}
