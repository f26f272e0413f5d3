using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RelationalPractice.Testing.Invitations;

/// <summary>Ends a piece of work at any of its statements or commits, as a process that is killed: what was not committed is gone.</summary>
public sealed class Killer : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly Lock _gate = new();
    private int _left = int.MaxValue;

    /// <summary>It has struck since it was set: from then on every step throws, as nothing goes on in a process that is dead.</summary>
    public bool Struck { get; private set; }

    /// <param name="after">So many steps; null lets the work live.</param>
    public void Set(int? after)
    {
        lock (_gate)
        {
            (_left, Struck) = (after ?? int.MaxValue, false);
        }
    }

    /// <summary>One step of the work, which may take several at once.</summary>
    /// <exception cref="KilledException">It was the last, or came after it.</exception>
    public void Step()
    {
        lock (_gate)
        {
            if (_left == int.MaxValue || --_left >= 0)
            {
                return;
            }

            Struck = true;
        }

        throw new KilledException();
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Step();
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Step();
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Step();
        return ValueTask.FromResult(result);
    }

    // Between the commit and whatever comes next: the work is kept, and nobody was told.
    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Step();
        return Task.CompletedTask;
    }
}

public sealed class KilledException() : Exception("Killed on purpose.");
