namespace RelationalPractice.Surveys;

public static class WorkingDays
{
    /// <summary>The first Monday to Friday after a day: by then the quality team has read what arrived on it.</summary>
    public static DateOnly After(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

        return day;
    }
}
