namespace RelationalPractice.Surveys;

public static class WorkingDays
{
    /// <summary>
    /// The first working day after a day: by then the quality team has read what arrived on it. Weekends and England's
    /// <see cref="BankHolidays"/> are none.
    /// </summary>
    public static DateOnly After(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || BankHolidays.Contains(day));

        return day;
    }
}
