using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Anonymity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Tests.Staff;

namespace RelationalPractice.Web.Tests.Invitations;

/// <summary>Families and people straight into the database, and files as a browser sends them.</summary>
internal static class Contacts
{
    public const string Headings = "Reference,Worker,Start,End,Name,Role,Mobile,Email";

    public static async Task<ContactKey> KeyAsync(StaffSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AuthorityDetails>().GetAsync()).ContactKey;
    }

    public static PersonalDataProtector Protector(StaffSite site) => site.Services.GetRequiredService<PersonalDataProtector>();

    public static async Task<Family> FamilyAsync(StaffSite site, Guid workerId)
    {
        var family = new Family { Id = Guid.NewGuid(), WorkerId = workerId, StartedOn = LocalTime.Today(site.Clock).AddDays(-40) };
        await site.SaveAsync(family);
        return family;
    }

    public static async Task<ContactPerson> PersonAsync(StaffSite site, Guid familyId, string? name = null, string? mobile = null, string? email = null)
    {
        var person = ContactPerson.Of(
            Guid.NewGuid(),
            new ContactDetails(name ?? NewName(), TelephoneNumber.Parse(mobile ?? NewMobile()), EmailAddress.Parse(email), "en", true, true, SafeHours.Any, null),
            await KeyAsync(site), Protector(site));
        await site.SaveAsync(person, new FamilyMember { FamilyId = familyId, PersonId = person.Id, Role = FamilyRole.Parent });
        return person;
    }

    /// <summary>Nobody else's in these tests.</summary>
    public static string NewName() => $"Ada {Guid.NewGuid():N}";

    public static string NewMobile() => $"07700 9{Random.Shared.Next(0, 100_000):D5}";

    public static Task<Page> UploadAsync(PageClient browser, string text) => UploadAsync(browser, Encoding.UTF8.GetBytes(text));

    public static async Task<Page> UploadAsync(PageClient browser, byte[] content)
    {
        var form = await browser.GetAsync("/invitations/import");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return await browser.OpenAsync(new HttpRequestMessage(HttpMethod.Post, "/invitations/import")
        {
            Content = new MultipartFormDataContent
            {
                { new StringContent(form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
                { file, "Csv", "families.csv" },
            },
        });
    }
}
