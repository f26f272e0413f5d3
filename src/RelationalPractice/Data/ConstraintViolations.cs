using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace RelationalPractice.Data;

/// <summary>Reads a refusal of the database, the same for both.</summary>
public static class ConstraintViolations
{
    private const string PostgreSqlForeignKeyViolation = "23503";
    private const string PostgreSqlUniqueViolation = "23505";

    /// <summary>Somebody else was first: what was to be changed has changed, is gone, or what was to be added is there.</summary>
    public static bool IsLostRace(this DbUpdateException refusal) =>
        refusal is DbUpdateConcurrencyException || refusal.IsUnique() || refusal.IsForeignKey();

    public static bool IsForeignKey(this DbUpdateException refusal) => refusal.InnerException is DbException inner
        && (inner.SqlState == PostgreSqlForeignKeyViolation
            || inner.Message.Contains("FOREIGN KEY constraint failed", StringComparison.Ordinal));

    public static bool IsUnique(this DbUpdateException refusal) => refusal.InnerException is DbException inner
        && (inner.SqlState == PostgreSqlUniqueViolation
            || inner.Message.Contains("UNIQUE constraint failed", StringComparison.Ordinal));
}
