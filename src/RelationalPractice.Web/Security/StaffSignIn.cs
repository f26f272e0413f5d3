using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Identity;

namespace RelationalPractice.Web.Security;

public enum SignInStep
{
    Refused,
    SignedIn,
    CodeNeeded,
    SetUpNeeded,
}

/// <summary>
/// Lets staff in by password and, where it is asked for, a code. Whoever is refused learns nothing: an unknown address, a
/// wrong password and a locked account take the same work and end in the same answer.
/// </summary>
public sealed class StaffSignIn(
    PracticeDbContext db,
    UserManager<StaffMember> staff,
    IUserClaimsPrincipalFactory<StaffMember> principals,
    SecondFactor secondFactor,
    SecondFactorRule rule,
    NobodysPassword nobodysPassword,
    IHttpContextAccessor request,
    Chance chance,
    TimeProvider clock)
{
    public const int MaxTries = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>Holds who has given a right password, until the code is right as well.</summary>
    public const string HalfwayScheme = "staff-halfway";

    public static readonly TimeSpan HalfwayLasts = TimeSpan.FromMinutes(10);

    private HttpContext Http => request.HttpContext ?? throw new InvalidOperationException("There is no request.");

    public async Task<SignInStep> WithPasswordAsync(string email, string password)
    {
        var member = await TryAsync(
            () => staff.FindByNameAsync(email),
            candidate => Task.FromResult(IsRight(candidate, password)),
            SignsInByPasswordAlone);
        if (member is null)
        {
            return SignInStep.Refused;
        }

        if (SignsInByPasswordAlone(member))
        {
            await OpenSessionAsync(member);
            return SignInStep.SignedIn;
        }

        await secondFactor.PrepareAsync(member);
        await OpenHalfwayAsync(member);
        return member.TwoFactorEnabled ? SignInStep.CodeNeeded : SignInStep.SetUpNeeded;
    }

    /// <param name="code">From the app, or one of the recovery codes.</param>
    public async Task<SignInStep> WithCodeAsync(string code)
    {
        var member = await TryAsync(
            HalfwayMemberAsync,
            async candidate => candidate is { TwoFactorEnabled: true } && await secondFactor.IsRightAsync(candidate, code),
            _ => true);
        if (member is null)
        {
            return SignInStep.Refused;
        }

        await OpenSessionAsync(member);
        return SignInStep.SignedIn;
    }

    /// <summary>Signs in somebody who has just set their second factor up.</summary>
    public async Task AfterSetUpAsync(StaffMember member)
    {
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.SecondFactorSetUp, Context(member), member.Id));
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.SignedIn, Context(member), member.Id));
        await db.SaveChangesAsync();
        await OpenSessionAsync(member);
    }

    /// <returns>Null when no right password was given in the last minutes.</returns>
    public async Task<StaffMember?> HalfwayMemberAsync()
    {
        var halfway = await Http.AuthenticateAsync(HalfwayScheme);
        return halfway.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            && await staff.FindByIdAsync(id) is { } member
            && halfway.Principal.HasClaim(StaffPrincipals.StampClaim, member.SecurityStamp!)
                ? member
                : null;
    }

    public async Task SignOutAsync(CurrentStaff leaving)
    {
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.SignedOut, leaving.For(), leaving.Id));
        await db.SaveChangesAsync();
        await Http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>
    /// Weighs one try and writes down its outcome in the same step. Of tries made at the same moment only one is written; the others are
    /// weighed again against what it left, so that no number of them gets past the lock.
    /// </summary>
    private async Task<StaffMember?> TryAsync(
        Func<Task<StaffMember?>> find, Func<StaffMember?, Task<bool>> isRight, Predicate<StaffMember> completes)
    {
        for (var round = 0; round <= MaxTries; round++)
        {
            var found = await find();
            var member = found?.LockoutEnd > clock.GetUtcNow() ? null : found;
            var proven = await isRight(member) && member is not null;
            if (!proven)
            {
                WriteRefused(member, found?.Id);
            }
            else if (completes(member!))
            {
                WriteSignedIn(member!);
            }

            member?.ConcurrencyStamp = chance.NewId().ToString();
            try
            {
                await db.SaveChangesAsync();
                return proven ? member : null;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
            }
        }

        return null;
    }

    private void WriteRefused(StaffMember? member, Guid? subjectId)
    {
        db.AuditEvents.Add(AuditEvent.OfNobody(AuditEventKind.SignInRefused, clock.GetUtcNow().UtcDateTime, subjectId));
        if (member is not null && ++member.AccessFailedCount >= MaxTries)
        {
            member.AccessFailedCount = 0;
            member.LockoutEnd = clock.GetUtcNow() + LockedFor;
        }
    }

    private void WriteSignedIn(StaffMember member)
    {
        member.AccessFailedCount = 0;
        member.LockoutEnd = null;
        db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.SignedIn, Context(member), member.Id));
    }

    private bool IsRight(StaffMember? member, string password)
    {
        if (member?.PasswordHash is not { } hash)
        {
            nobodysPassword.Try(password);
            return false;
        }

        return staff.PasswordHasher.VerifyHashedPassword(member, hash, password) != PasswordVerificationResult.Failed;
    }

    private bool SignsInByPasswordAlone(StaffMember member) => !member.TwoFactorEnabled && !rule.Required;

    private ChangeContext Context(StaffMember member) => new(member.Id, clock.GetUtcNow().UtcDateTime);

    private async Task OpenSessionAsync(StaffMember member)
    {
        await Http.SignOutAsync(HalfwayScheme);
        await Http.SignInAsync(IdentityConstants.ApplicationScheme, await principals.CreateAsync(member));
    }

    private Task OpenHalfwayAsync(StaffMember member) => Http.SignInAsync(HalfwayScheme, new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, member.Id.ToString()),
            new Claim(StaffPrincipals.StampClaim, member.SecurityStamp!),
        ],
        HalfwayScheme)));
}
