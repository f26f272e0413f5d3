using RelationalPractice.Anonymity;
using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration;

/// <summary>
/// When the responses of two years arrived: fewer in August and December, a little more each year, and the last few of all not
/// read yet. Everything but the days of the last month depends on the month alone, not on the day it is loaded.
/// </summary>
internal sealed class Arrivals
{
    private const int Months = DemonstrationAuthority.Months;

    private static readonly double[] Seasons = [1.05, 1.0, 1.2, 0.85, 1.05, 1.1, 0.9, 0.55, 1.1, 1.25, 1.2, 0.7];

    private readonly int _read;
    private readonly int _waiting;
    private readonly DateOnly _today;
    private readonly DateOnly _firstWaiting;
    private readonly DateOnly _firstDue;
    private readonly double[] _shares;

    public Arrivals(int responses, int seed, DateOnly today)
    {
        _today = today;
        _waiting = Math.Min(responses / 4, 18 + (responses / 200));
        _read = responses - _waiting;
        _firstDue = today;
        while (WorkingDays.After(_firstDue.AddDays(-1)) >= today) _firstDue = _firstDue.AddDays(-1);
        _firstWaiting = _firstDue.AddDays(-1);
        First = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
        _shares = Shares(First, seed);
    }

    public DateOnly First { get; }

    /// <param name="number">The place in the order of arrival.</param>
    public Arrival Of(int number, Dice dice)
    {
        if (number >= _read)
        {
            return Waiting((number - _read + dice.Share()) / _waiting, dice);
        }

        var share = (number + dice.Share()) / _read;
        var month = Array.FindIndex(_shares, end => share < end);
        var first = First.AddMonths(month);
        var latest = _firstWaiting.AddDays(-1);
        var end = first.AddMonths(1).AddDays(-1);
        if (end > latest) end = latest;
        var day = end < first ? latest.AddDays(-dice.Below(7)) : first.AddDays(dice.Below(end.DayNumber - first.DayNumber + 1));
        return new Arrival(day, month, Read: true);
    }

    // One in ten is late already: a queue without a late one shows nothing of how late looks.
    private Arrival Waiting(double share, Dice dice)
    {
        var day = share < 0.1 ? _firstWaiting : _firstDue.AddDays(dice.Below(_today.DayNumber - _firstDue.DayNumber + 1));
        return new Arrival(day, Months - 1, Read: false);
    }

    private static double[] Shares(DateOnly first, int seed)
    {
        var weights = new double[Months];
        for (var month = 0; month < Months; month++)
        {
            var chance = 0.9 + (0.2 * Dice.For(seed, Dice.Stream.Seasons, month).Share());
            weights[month] = Seasons[first.AddMonths(month).Month - 1] * (0.85 + (0.3 * month / Months)) * chance;
        }

        weights[^1] *= 0.6;
        var sum = 0.0;
        var total = weights.Sum();
        return [.. weights.Select((weight, month) => month == Months - 1 ? 1.0 : (sum += weight) / total)];
    }
}

/// <param name="MonthNumber">From 0, of the 24.</param>
/// <param name="Read">Or else it still waits for the quality team.</param>
internal readonly record struct Arrival(DateOnly Day, int MonthNumber, bool Read)
{
    public Month Month => Month.Of(Day);
}
