using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace RelationalPractice.Data;

/// <summary>Reads a refusal of the database, the same for both.</summary>
public static class ConstraintViolations
{
    private const string PostgreSqlUniqueViolation = "23505";

    public static bool IsUnique(this DbUpdateException refusal) => refusal.InnerException is DbException inner
        && (inner.SqlState == PostgreSqlUniqueViolation
            || inner.Message.Contains("UNIQUE constraint failed", StringComparison.Ordinal));
}
