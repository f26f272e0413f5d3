using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Data;

namespace RelationalPractice.Invitations;

/// <summary>Every family and person that is known, by keyed hash, for weighing a file: an authority's whole list is some thousand rows.</summary>
public sealed class ContactsKnown
{
    private readonly Dictionary<string, List<Worker>> _workers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Family> _families = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, ContactPerson> _people = [];
    private readonly Dictionary<(string Name, string Mobile), ContactPerson> _byMobile = [];
    private readonly Dictionary<(string Name, string Email), ContactPerson> _byEmail = [];
    private readonly Dictionary<Guid, List<FamilyMember>> _members = [];
    private readonly HashSet<string> _optedOut = new(StringComparer.Ordinal);

    public ContactsKnown(
        IEnumerable<Worker> workers, IEnumerable<Family> families, IEnumerable<ContactPerson> people, IEnumerable<FamilyMember> members, IEnumerable<byte[]> optedOut,
        Func<string, byte[]> hashOfName)
    {
        foreach (var worker in workers)
        {
            var key = Key(hashOfName(worker.Name));
            if (!_workers.TryGetValue(key, out var named)) _workers[key] = named = [];
            named.Add(worker);
        }

        foreach (var family in families) Add(family);
        foreach (var person in people) Add(person);
        foreach (var member in members) Add(member);
        foreach (var hash in optedOut) _optedOut.Add(Key(hash));
    }

    /// <param name="tracked">So that saving the context keeps what is changed in these rows.</param>
    public static async Task<ContactsKnown> LoadAsync(PracticeDbContext db, Func<string, byte[]> hashOfName, bool tracked, CancellationToken cancellation)
    {
        var tracking = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        return new ContactsKnown(
            await db.Workers.AsNoTracking().ToListAsync(cancellation),
            await db.Families.AsTracking(tracking).ToListAsync(cancellation),
            await db.ContactPeople.AsTracking(tracking).ToListAsync(cancellation),
            await db.FamilyMembers.AsTracking(tracking).ToListAsync(cancellation),
            await db.OptOuts.AsNoTracking().Select(o => o.ContactHash).ToListAsync(cancellation),
            hashOfName);
    }

    /// <returns>The one worker in post of this name, or why it cannot be said.</returns>
    public (Guid Id, string? Trouble) WorkerOf(byte[] nameHash, DateOnly today)
    {
        if (!_workers.TryGetValue(Key(nameHash), out var named))
        {
            return (Guid.Empty, "No worker of this name is known");
        }

        return named.Where(w => w.LeftOn is null || w.LeftOn >= today).ToList() switch
        {
            [] => (Guid.Empty, "The worker of this name has left"),
            [var one] => (one.Id, null),
            _ => (Guid.Empty, "There are two workers of this name: which one is meant cannot be told"),
        };
    }

    public Family? FamilyOf(byte[] referenceHash) => _families.GetValueOrDefault(Key(referenceHash));

    public IEnumerable<ContactPerson> PeopleOf(Guid familyId) => MembersOf(familyId).Select(m => _people[m.PersonId]);

    public FamilyMember? MemberOf(Guid familyId, Guid personId) => MembersOf(familyId).Find(m => m.PersonId == personId);

    public ContactPerson? PersonOf(byte[] nameHash, byte[] mobileHash) => _byMobile.GetValueOrDefault((Key(nameHash), Key(mobileHash)));

    public ContactPerson? PersonElsewhere(ContactHashes hashes)
    {
        var name = Key(hashes.Name);
        return (hashes.Mobile is { } mobile ? _byMobile.GetValueOrDefault((name, Key(mobile))) : null)
            ?? (hashes.Email is { } email ? _byEmail.GetValueOrDefault((name, Key(email))) : null);
    }

    public bool IsOptedOut(ContactPerson person) =>
        (person.MobileHash is { } mobile && _optedOut.Contains(Key(mobile))) || (person.EmailHash is { } email && _optedOut.Contains(Key(email)));

    public void Add(Family family)
    {
        if (family.ReferenceHash is { } reference)
        {
            _families[Key(reference)] = family;
        }
    }

    public void Add(ContactPerson person)
    {
        _people[person.Id] = person;
        Remember(person);
    }

    public void Add(FamilyMember member)
    {
        if (!_members.TryGetValue(member.FamilyId, out var members)) _members[member.FamilyId] = members = [];
        members.Add(member);
    }

    /// <summary>Before their number or address changes.</summary>
    public void Forget(ContactPerson person)
    {
        var name = Key(person.NameHash);
        if (person.MobileHash is { } mobile && _byMobile.GetValueOrDefault((name, Key(mobile))) == person) _byMobile.Remove((name, Key(mobile)));
        if (person.EmailHash is { } email && _byEmail.GetValueOrDefault((name, Key(email))) == person) _byEmail.Remove((name, Key(email)));
    }

    public void Remember(ContactPerson person)
    {
        var name = Key(person.NameHash);
        if (person.MobileHash is { } mobile) _byMobile.TryAdd((name, Key(mobile)), person);
        if (person.EmailHash is { } email) _byEmail.TryAdd((name, Key(email)), person);
    }

    private List<FamilyMember> MembersOf(Guid familyId) => _members.TryGetValue(familyId, out var members) ? members : [];

    private static string Key(byte[] hash) => Convert.ToBase64String(hash);
}
