using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>A period, an audience and an area as they stand in an address, and as somebody typed them.</summary>
public sealed record OverviewQuery(string? From, string? To, string? Audience, string? Area)
{
    public const string FromName = "from";
    public const string ToName = "to";
    public const string AudienceName = "audience";
    public const string AreaName = "area";
    public const string AfterName = "after";

    private const string MonthFormat = "yyyy-MM";

    // The last month and the eleven before it.
    private const int UsualMonths = 12;

    public static QueryString Of(OverviewFilter? filter, Guid? after = null)
    {
        var query = new QueryBuilder();
        if (filter is not null)
        {
            query.Add(FromName, Typed(filter.From));
            query.Add(ToName, Typed(filter.To));
            query.Add(AudienceName, AudienceSlug.Of(filter.Audience));
            if (filter.ServiceAreaId is { } area) query.Add(AreaName, area.ToString("N"));
        }

        if (after is { } position) query.Add(AfterName, position.ToString("N"));
        return query.ToQueryString();
    }

    public static string Typed(Month month) => new DateOnly(month.Year, month.Number, 1).ToString(MonthFormat, CultureInfo.InvariantCulture);

    /// <param name="problem">What is to be put right in which field; then there is no filter.</param>
    public OverviewFilter? Read(DateOnly today, out (string Field, string Message)? problem)
    {
        problem = null;
        var latest = Month.Of(today);
        if (MonthOf(From, Month.Of(today.AddMonths(1 - UsualMonths))) is not { } from)
        {
            problem = (FromName, "Enter the first month as year and month, such as 2031-01");
        }
        else if (MonthOf(To, from > latest ? from : latest) is not { } to)
        {
            problem = (ToName, "Enter the last month as year and month, such as 2031-12");
        }
        else if (to < from)
        {
            problem = (ToName, "The last month must be the first month or a later one");
        }
        else
        {
            return new OverviewFilter(from, to, AudienceSlug.Parse(Audience) ?? Surveys.Audience.ParentCarer, Guid.TryParse(Area, out var area) ? area : null);
        }

        return null;
    }

    private static Month? MonthOf(string? typed, Month otherwise) =>
        string.IsNullOrWhiteSpace(typed) ? otherwise
        : DateOnly.TryParseExact(typed.Trim(), MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 2000 ? Month.Of(day)
        : null;
}
