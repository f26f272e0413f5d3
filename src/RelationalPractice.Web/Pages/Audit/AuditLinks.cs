using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace RelationalPractice.Web.Pages.Audit;

public static class AuditLinks
{
    public const string Kind = "kind";
    public const string Person = "person";
    public const string Subject = "about";
    public const string Before = "before";

    public static string Log(AuditFilter? filter = null, long? before = null)
    {
        var query = new QueryBuilder();
        if (filter?.Kind is { } kind)
        {
            query.Add(Kind, kind.ToString());
        }

        if (filter?.PersonId is { } person)
        {
            query.Add(Person, person.ToString());
        }

        if (filter?.SubjectId is { } subject)
        {
            query.Add(Subject, subject.ToString());
        }

        if (before is { } number)
        {
            query.Add(Before, number.ToString(CultureInfo.InvariantCulture));
        }

        return "/audit" + query.ToQueryString();
    }
}
