namespace RelationalPractice.Data;

/// <summary>Keeps many rows the quickest way one database knows. One implementation a dialect, beside its migrations.</summary>
public interface IBulk
{
    /// <summary>
    /// Where an identifier stands among others as this database keeps them. Rows written in this order go in
    /// quickest, and lie on disk in the order of their random keys, which says nothing of when they arrived.
    /// </summary>
    UInt128 Rank(Guid id);

    /// <summary>Within the transaction that is open on <paramref name="db"/>: from here to its end queries are about many rows at once.</summary>
    Task BeginAsync(PracticeDbContext db, CancellationToken cancellation);

    /// <summary>Within the transaction that is open on <paramref name="db"/>.</summary>
    Task WriteAsync<TRow>(PracticeDbContext db, IEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class;

    /// <summary>After the commit: lets the database take stock of what it now holds.</summary>
    Task FinishAsync(PracticeDbContext db, CancellationToken cancellation);
}
