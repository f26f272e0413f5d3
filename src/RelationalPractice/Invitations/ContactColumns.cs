using System.Text;
using System.Text.Json;

namespace RelationalPractice.Invitations;

/// <summary>What a column of the case system's file can say. Written by name into the remembered columns: never rename, only add.</summary>
public enum ContactField
{
    Reference,
    Worker,
    StartedOn,
    EndedOn,
    Name,
    Role,
    Mobile,
    Email,
    Language,
    DoNotText,
    DoNotEmail,
    Hours,
    Note,
}

/// <summary>Which column of a file is what, by its place from 0. Pure.</summary>
public sealed class ContactColumns
{
    /// <summary>Without these a line says nothing that can be kept. Of mobile and e-mail one will do.</summary>
    public static readonly IReadOnlyList<ContactField> Needed = [ContactField.Reference, ContactField.Worker, ContactField.StartedOn, ContactField.Name];

    private static readonly Dictionary<ContactField, string[]> Headings = new()
    {
        [ContactField.Reference] = ["reference", "familyreference", "familyref", "ref", "familyid", "caseid", "casereference", "caseref", "casenumber", "id"],
        [ContactField.Worker] = ["worker", "socialworker", "allocatedworker", "allocatedsocialworker", "workername", "keyworker", "leadworker", "practitioner"],
        [ContactField.StartedOn] = ["start", "started", "startdate", "startedon", "datestarted", "involvementstart", "involvementstartdate", "opened", "dateopened", "from"],
        [ContactField.EndedOn] = ["end", "ended", "enddate", "endedon", "dateended", "involvementend", "involvementenddate", "closed", "dateclosed", "until"],
        [ContactField.Name] = ["name", "fullname", "personname", "contactname", "person", "contact"],
        [ContactField.Role] = ["role", "relationship", "relation", "persontype", "contacttype"],
        [ContactField.Mobile] = ["mobile", "mobilenumber", "mobilephone", "mobiletelephone", "phone", "phonenumber", "telephone", "telephonenumber", "mob"],
        [ContactField.Email] = ["email", "emailaddress", "mail"],
        [ContactField.Language] = ["language", "preferredlanguage", "firstlanguage", "spokenlanguage"],
        [ContactField.DoNotText] = ["donottext", "notext", "notexts", "donotsms", "nosms"],
        [ContactField.DoNotEmail] = ["donotemail", "noemail", "noemails"],
        [ContactField.Hours] = ["hours", "safehours", "safetimes", "besttime", "timetocontact"],
        [ContactField.Note] = ["note", "notes", "contactnote", "safecontact", "safecontactnote"],
    };

    private readonly Dictionary<ContactField, int> _places;

    public ContactColumns(IReadOnlyDictionary<ContactField, int> places) => _places = places.ToDictionary();

    /// <summary>Null where the file does not say it.</summary>
    public int? PlaceOf(ContactField field) => _places.TryGetValue(field, out var place) ? place : null;

    public bool Has(ContactField field) => _places.ContainsKey(field);

    /// <summary>A field that two choices took the same column for; null where each column is one thing.</summary>
    public ContactField? TakenTwice => _places.GroupBy(p => p.Value).FirstOrDefault(g => g.Count() > 1)?.Last().Key;

    public string? Of(ContactField field, IReadOnlyList<string> cells) =>
        PlaceOf(field) is { } place && place < cells.Count && cells[place].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>What was chosen for the same heading last time comes first, then what the heading usually means. No column is guessed twice.</summary>
    public static ContactColumns Guess(IReadOnlyList<string> headings, IReadOnlyDictionary<ContactField, string> remembered)
    {
        var plain = headings.Select(Plain).ToList();
        var places = new Dictionary<ContactField, int>();
        foreach (var (field, heading) in remembered.OrderBy(r => r.Key))
        {
            Take(field, plain.IndexOf(Plain(heading)));
        }

        foreach (var (field, known) in Headings.Where(h => !places.ContainsKey(h.Key)))
        {
            Take(field, known.Select(heading => plain.IndexOf(heading)).FirstOrDefault(place => place >= 0 && !places.ContainsValue(place), -1));
        }

        return new ContactColumns(places);

        void Take(ContactField field, int place)
        {
            if (place >= 0 && plain[place].Length > 0 && !places.ContainsValue(place))
            {
                places[field] = place;
            }
        }
    }

    public string ToJson() => JsonSerializer.Serialize(_places.ToDictionary(p => p.Key.ToString(), p => p.Value));

    public static ContactColumns FromJson(string json) => new(
        JsonSerializer.Deserialize<Dictionary<string, int>>(json)!.ToDictionary(p => Enum.Parse<ContactField>(p.Key), p => p.Value));

    /// <summary>The chosen headings, for the next file. Empty where they are too long to remember.</summary>
    public string ToRemember(IReadOnlyList<string> headings)
    {
        var json = JsonSerializer.Serialize(_places.ToDictionary(p => p.Key.ToString(), p => headings[p.Value]));
        return json.Length <= ContactImportMapping.JsonMaxLength ? json : "{}";
    }

    public static IReadOnlyDictionary<ContactField, string> Remembered(string? json) => json is null
        ? new Dictionary<ContactField, string>()
        : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!.ToDictionary(p => Enum.Parse<ContactField>(p.Key), p => p.Value);

    private static string Plain(string heading)
    {
        var plain = new StringBuilder();
        foreach (var rune in heading.Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(Rune.IsLetterOrDigit))
        {
            plain.Append(Rune.ToLowerInvariant(rune));
        }

        return plain.ToString();
    }
}
