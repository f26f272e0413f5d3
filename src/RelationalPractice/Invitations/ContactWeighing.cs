using RelationalPractice.Anonymity;
using RelationalPractice.Messaging;

namespace RelationalPractice.Invitations;

/// <summary>
/// Weighs the lines of a file one after the other against what is known, and works what it takes into that: the dry run and the keeping are the
/// same walk, and only the keeping saves it. What staff marked as unsafe stays so whatever the file says; pauses and opt-outs are not touched.
/// </summary>
public sealed class ContactWeighing(ContactsKnown known, ContactColumns columns, int headings, ContactKey key, ContactSeal seal, Func<Guid> newId, DateOnly today)
{
    private readonly Dictionary<Guid, int> _familyLines = [];
    private readonly Dictionary<(Guid Family, Guid Person), int> _places = [];
    private readonly List<Family> _newFamilies = [];
    private readonly List<ContactPerson> _newPeople = [];
    private readonly List<FamilyMember> _newMembers = [];

    public IReadOnlyList<Family> NewFamilies => _newFamilies;

    public IReadOnlyList<ContactPerson> NewPeople => _newPeople;

    public IReadOnlyList<FamilyMember> NewMembers => _newMembers;

    /// <summary>A refused line changes nothing.</summary>
    public WeighedLine Weigh(int number, IReadOnlyList<string> cells)
    {
        var (reading, refusal) = ContactReading.Of(columns, headings, cells, today);
        return reading is null ? WeighedLine.Refused(number, refusal!) : Weigh(number, reading);
    }

    private WeighedLine Weigh(int number, ContactReading reading)
    {
        var (workerId, noWorker) = known.WorkerOf(key.HashOfName(reading.Worker), today);
        if (noWorker is not null)
        {
            return WeighedLine.Refused(number, noWorker);
        }

        var reference = key.HashOfReference(reading.Reference);
        var family = known.FamilyOf(reference);
        if (family is not null && _familyLines.TryGetValue(family.Id, out var earlier) && !SaysTheSame(family, workerId, reading))
        {
            return WeighedLine.Refused(number, $"Line {earlier} says another worker or other dates for this family");
        }

        var hashes = new ContactHashes(
            key.HashOfName(reading.Name), reading.Mobile is { } m ? key.HashOf(m) : null, reading.Email is { } e ? key.HashOf(e) : null);
        var (person, unclear) = PersonOf(family, hashes);
        if (unclear is not null)
        {
            return WeighedLine.Refused(number, unclear);
        }

        if (family is not null && person is not null && _places.TryGetValue((family.Id, person.Id), out earlier))
        {
            return WeighedLine.Refused(number, $"It is the same person in the same family as line {earlier}");
        }

        if (!HasWay(person, hashes))
        {
            return WeighedLine.Refused(number, "No mobile number and no e-mail address");
        }

        if (person is not null && hashes.Mobile is { } mobile && known.PersonOf(hashes.Name, mobile) is { } other && other != person)
        {
            return WeighedLine.Refused(number, "Somebody else of this name and number is known in another family: put the two right by hand");
        }

        return Take(number, reading, reference, workerId, family, person, hashes);
    }

    private WeighedLine Take(
        int number, ContactReading reading, byte[] reference, Guid workerId, Family? family, ContactPerson? person, ContactHashes hashes)
    {
        var fate = family is null ? ContactImportFate.NewFamily : ContactImportFate.Unchanged;
        var changed = false;
        if (family is null)
        {
            family = new Family { Id = newId(), ReferenceHash = reference, WorkerId = workerId, StartedOn = reading.StartedOn, EndedOn = reading.EndedOn };
            _newFamilies.Add(family);
            known.Add(family);
        }
        else
        {
            changed = Change(family, workerId, reading);
        }

        if (person is null)
        {
            person = new ContactPerson
            {
                Id = newId(),
                Name = seal.Seal(reading.Name),
                NameHash = hashes.Name,
            };
            Change(person, reading, hashes);
            _newPeople.Add(person);
            known.Add(person);
        }
        else
        {
            changed |= Change(person, reading, hashes);
        }

        if (known.MemberOf(family.Id, person.Id) is { } member)
        {
            if (reading.Role is { } role && role != member.Role)
            {
                member.Role = role;
                changed = true;
            }
        }
        else
        {
            member = new FamilyMember { FamilyId = family.Id, PersonId = person.Id, Role = reading.Role ?? FamilyRole.Parent };
            _newMembers.Add(member);
            known.Add(member);
            fate = fate == ContactImportFate.NewFamily ? fate : ContactImportFate.NewPerson;
        }

        _familyLines.TryAdd(family.Id, number);
        _places[(family.Id, person.Id)] = number;
        return new WeighedLine(
            number,
            fate == ContactImportFate.Unchanged && changed ? ContactImportFate.Changed : fate,
            ContactReading.Joined(reading.Remark, known.IsOptedOut(person) ? "They opted out: nothing is sent" : null));
    }

    private bool SaysTheSame(Family family, Guid workerId, ContactReading reading) =>
        family.WorkerId == workerId && family.StartedOn == reading.StartedOn && (!columns.Has(ContactField.EndedOn) || family.EndedOn == reading.EndedOn);

    private bool Change(Family family, Guid workerId, ContactReading reading)
    {
        if (SaysTheSame(family, workerId, reading))
        {
            return false;
        }

        family.WorkerId = workerId;
        family.StartedOn = reading.StartedOn;
        if (columns.Has(ContactField.EndedOn))
        {
            family.EndedOn = reading.EndedOn;
        }
        else if (family.EndedOn < family.StartedOn)
        {
            // The new start is later than an end that this file does not know of: involvement began again.
            family.EndedOn = null;
        }

        return true;
    }

    private bool Change(ContactPerson person, ContactReading reading, ContactHashes hashes)
    {
        var changed = false;
        if (columns.Has(ContactField.Mobile) && !Same(person.MobileHash, hashes.Mobile))
        {
            known.Forget(person);
            person.MobileHash = hashes.Mobile;
            person.Mobile = reading.Mobile is { } mobile ? seal.Seal(mobile.International) : null;
            known.Remember(person);
            changed = true;
        }

        if (columns.Has(ContactField.Email) && !Same(person.EmailHash, hashes.Email))
        {
            known.Forget(person);
            person.EmailHash = hashes.Email;
            person.Email = reading.Email is { } email ? seal.Seal(email.Address) : null;
            known.Remember(person);
            changed = true;
        }

        if (reading.Language is { } language && language != person.Language)
        {
            person.Language = language;
            changed = true;
        }

        if (reading.DoNotText && person.MayText)
        {
            person.MayText = false;
            changed = true;
        }

        if (reading.DoNotEmail && person.MayEmail)
        {
            person.MayEmail = false;
            changed = true;
        }

        if (reading.Hours is { } hours && hours != SafeHours.Any && hours != person.Hours)
        {
            person.Hours = hours;
            changed = true;
        }

        if (reading.Note is { } note && seal.Open(person.ReachNote) != note)
        {
            person.ReachNote = seal.Seal(note);
            changed = true;
        }

        return changed;
    }

    /// <summary>
    /// First whoever has this name in the family: their number may have changed. A father and a son of one name are told apart by number or address.
    /// Then whoever has this name and the same number or address in another family.
    /// </summary>
    private (ContactPerson? Person, string? Unclear) PersonOf(Family? family, ContactHashes hashes)
    {
        if (family is not null)
        {
            var named = known.PeopleOf(family.Id).Where(p => Same(p.NameHash, hashes.Name)).ToList();
            if (named.Find(p => Shares(p, hashes)) is { } sure)
            {
                return (sure, null);
            }

            switch (named.Where(p => !_places.ContainsKey((family.Id, p.Id))).ToList())
            {
                case [var only]:
                    return (only, null);
                case { Count: > 1 }:
                    return (null, "Two people of this name are in the family, and neither has this number or address");
            }
        }

        return (known.PersonElsewhere(hashes), null);
    }

    private bool HasWay(ContactPerson? person, ContactHashes hashes) =>
        hashes.Mobile is not null || hashes.Email is not null
        || (person?.MobileHash is not null && !columns.Has(ContactField.Mobile))
        || (person?.EmailHash is not null && !columns.Has(ContactField.Email));

    private static bool Shares(ContactPerson person, ContactHashes hashes) =>
        (hashes.Mobile is not null && Same(person.MobileHash, hashes.Mobile)) || (hashes.Email is not null && Same(person.EmailHash, hashes.Email));

    private static bool Same(byte[]? one, byte[]? other) => one is null || other is null ? one == other : one.AsSpan().SequenceEqual(other);
}

public sealed record ContactHashes(byte[] Name, byte[]? Mobile, byte[]? Email);

/// <param name="Reason">Why it is refused, or what is to be known about it.</param>
public sealed record WeighedLine(int Number, ContactImportFate Fate, string? Reason)
{
    public static WeighedLine Refused(int number, string reason) => new(number, ContactImportFate.Refused, reason);
}

/// <summary>Seals what is kept. The dry run keeps nothing, so its seal only remembers.</summary>
public sealed record ContactSeal(Func<string, ProtectedText> Seal, Func<ProtectedText?, string?> Open)
{
    public static ContactSeal Of(PersonalDataProtector protector) => new(text => protector.Protect(text)!, protector.Reveal);

    public static ContactSeal Dry(PersonalDataProtector protector)
    {
        var written = new Dictionary<ProtectedText, string>(ReferenceEqualityComparer.Instance);
        return new ContactSeal(
            text =>
            {
                var stub = new ProtectedText([]);
                written[stub] = text;
                return stub;
            },
            text => text is not null && written.TryGetValue(text, out var known) ? known : protector.Reveal(text));
    }
}
