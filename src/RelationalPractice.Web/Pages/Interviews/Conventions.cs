using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Interviews;

/// <summary>The quality team arranges; an interviewer has own times and own interviews, and sees nothing of the others.</summary>
internal static class Conventions
{
    public static void Apply(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Interviews/Wishes", Policies.InterviewArranging);
        pages.AuthorizeFolder("/Interviews/Mine", Policies.Interviewing);
    }
}
