using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>Finds what a personal link leads to. Looking it up leaves no trace.</summary>
public sealed class PersonalLinks(PracticeDbContext db, AuthorityDetails authority, TimeProvider clock)
{
    /// <returns>Null when it is no code of ours.</returns>
    public async Task<PersonalLink?> FindAsync(string typed, CancellationToken cancellation)
    {
        if (PersonalCode.Parse(typed) is not { } code)
        {
            return null;
        }

        var hash = (await authority.GetAsync()).ContactKey.HashOf(code);
        var today = LocalTime.Today(clock);
        return await (
            from invitation in db.Invitations
            where invitation.CodeHash == hash
            join family in db.Families on invitation.FamilyId equals family.Id
            join worker in db.Workers on family.WorkerId equals worker.Id
            join member in db.FamilyMembers on new { invitation.FamilyId, invitation.PersonId } equals new { member.FamilyId, member.PersonId }
            select new PersonalLink(code.Value, invitation.Id, worker.Id, worker.Name, member.Role.Audience(), invitation.ExpiresOn >= today))
            .AsNoTracking().SingleOrDefaultAsync(cancellation);
    }
}

/// <param name="IsOpen">It still fills in the worker; after that it only stops messages.</param>
public sealed record PersonalLink(string Code, Guid InvitationId, Guid WorkerId, string WorkerName, Audience Audience, bool IsOpen);
