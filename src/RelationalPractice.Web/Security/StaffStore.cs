using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Identity;

namespace RelationalPractice.Web.Security;

/// <summary>Identity's own store, except that what an authenticator app shares with us rests sealed: a copy of the database gives no codes.</summary>
internal sealed class StaffStore(PracticeDbContext db, PersonalDataProtector protector, IdentityErrorDescriber describer)
    : UserOnlyStore<StaffMember, PracticeDbContext, Guid>(db, describer)
{
    public override Task SetTokenAsync(StaffMember user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(
            user, loginProvider, name, protector.Protect(value) is { } text ? Convert.ToBase64String(text.Ciphertext) : null, cancellationToken);

    public override async Task<string?> GetTokenAsync(StaffMember user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } text
            ? protector.Reveal(new ProtectedText(Convert.FromBase64String(text)))
            : null;
}
