using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Invitations;

namespace RelationalPractice.Web.Pages.Invitations;

/// <summary>
/// Tells whether a family or person is still as a form showed them, so that the second of two who save at the same moment is told. Families and
/// people carry no counter, for imports change thousands at once: the version is drawn from all that a form can change.
/// </summary>
public static class ContactVersions
{
    public static string Of(Family family) => Of($"{family.WorkerId} {family.StartedOn:O} {family.EndedOn:O} {family.IntervalMonths} {family.PausedUntil:O}");

    /// <summary>Each sealing of the same words differs, so saving unchanged words counts as a change too.</summary>
    public static string Of(ContactPerson person, FamilyMember member) => Of(string.Join(
        ' ', Text(person.Name.Ciphertext), Text(person.Mobile?.Ciphertext), Text(person.Email?.Ciphertext), Text(person.ReachNote?.Ciphertext),
        person.Language, person.MayText, person.MayEmail, person.Hours, member.Role));

    /// <summary>Within a transaction: reads the row again as it is now, and nobody else changes it until the transaction ends.</summary>
    /// <returns>False when it is gone.</returns>
    public static async Task<bool> HoldAsync(PracticeDbContext db, Family family, CancellationToken cancellation)
    {
        // An update that changes nothing takes the row's lock on either database.
        if (await db.Families.Where(f => f.Id == family.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.WorkerId, f => f.WorkerId), cancellation) == 0)
        {
            return false;
        }

        await db.Entry(family).ReloadAsync(cancellation);
        return true;
    }

    /// <inheritdoc cref="HoldAsync(PracticeDbContext, Family, CancellationToken)"/>
    public static async Task<bool> HoldAsync(PracticeDbContext db, ContactPerson person, FamilyMember member, CancellationToken cancellation)
    {
        var held = await db.FamilyMembers.Where(m => m.FamilyId == member.FamilyId && m.PersonId == person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Role, m => m.Role), cancellation);
        if (held == 0 || await db.ContactPeople.Where(p => p.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.MayText, p => p.MayText), cancellation) == 0)
        {
            return false;
        }

        await db.Entry(member).ReloadAsync(cancellation);
        await db.Entry(person).ReloadAsync(cancellation);
        return true;
    }

    private static string Of(string all) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 16));

    private static string Text(byte[]? sealedText) => sealedText is null ? "" : Convert.ToBase64String(sealedText);
}
