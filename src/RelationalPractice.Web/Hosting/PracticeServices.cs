using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Guidance;
using RelationalPractice.Interviews;
using RelationalPractice.Invitations;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting.Problems;
using RelationalPractice.Web.Jobs;
using RelationalPractice.Web.Messaging;
using RelationalPractice.Web.Pages.Appointments;
using RelationalPractice.Web.Pages.Collation;
using RelationalPractice.Web.Pages.Collation.Themes;
using RelationalPractice.Web.Pages.Feedback;
using RelationalPractice.Web.Pages.Interviews;
using RelationalPractice.Web.Pages.Invitations;
using RelationalPractice.Web.Pages.Supervision;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Hosting;

public static class PracticeServices
{
    public static void AddPractice(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Chance>();
        services.AddSingleton<PersonalDataProtector>();
        services.AddSingleton<AuthorityKeys>();
        services.AddSingleton<InlineStyles>();
        services.AddSingleton(SurveySeeds.Glossary());
        services.AddSingleton<HelpLines>();
        services.AddLeaflets(configuration);
        services.AddSingleton(Prompts.Load());
        services.AddSingleton(GuidanceLibrary.Load());
        services.AddSingleton<GuidanceSearch>();
        services.AddMemoryCache();
        services.AddPracticeDatabase(configuration);
        services.AddPracticeDataProtection(configuration);
        services.AddScoped<FirstContents>();
        services.AddScoped<AuthorityDetails>();
        services.AddScoped<Questionnaires>();
        services.AddScoped<TriageList>();
        services.AddScoped<DraftStore>();
        services.AddSingleton<SealedContents>();
        services.AddScoped<Sending>();
        services.AddScoped<Receipts>();
        services.AddScoped<PersonalLinks>();
        services.AddScoped<MessagePeace>();
        services.AddScoped<InvitationPlanning>();
        services.AddScoped<PlanForStaff>();
        services.AddScoped<RawResponses>();
        services.AddScoped<ReleasedContact>();
        services.AddScoped<ReleasedResponses>();
        services.AddScoped<SupervisionRecording>();
        services.AddScoped<RedactionProposals>();
        services.AddSingleton<SchoolNames>();
        services.AddScoped<Hiding>();
        services.AddScoped<Releasing>();
        services.AddScoped<TakingBack>();
        services.AddScoped<ThemeCoder>();
        services.AddScoped<CodingTurnOf>();
        services.AddScoped<CodingSheets>();
        services.AddScoped<ThemeSuggestions>();
        services.AddScoped<CodedExamples>();
        services.AddSingleton<CodingSettings>();
        services.AddMessaging(configuration);
        services.AddSingleton(InterviewStatement.Load());
        services.AddScoped<TheirWorkers>();
        services.AddScoped<FreeTimes>();
        services.AddScoped<InterviewBooking>();
        services.AddScoped<InterviewDrafts>();
        services.AddScoped<InterviewSending>();
        services.AddScoped<AppointmentByCode>();
        services.AddScoped<OpenedWishes>();
        services.AddScoped<OwnInterviews>();
        services.AddHostedService<Schedule>();
        services.AddContactImports();
        services.AddScoped<ReachableFamilies>();
        services.AddStaffIdentity(configuration);
        services.AddAuthorization(Policies.Configure);
        services.AddRateLimits(configuration);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = SessionCookie.AntiforgeryName;
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddRazorPages(PageAccess.Configure).AddMvcOptions(mvc =>
        {
            mvc.Filters.Add<CookieMissingFilter>();
            mvc.Filters.Add<NoHandlerFilter>();
            mvc.Filters.Add<AuthorityOnEveryPage>();
        });
        // Words in every script leave as they are, not as numbered entities: a page in Arabic is a third of the size.
        services.Configure<WebEncoderOptions>(html => html.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRouting(routing => routing.LowercaseUrls = true);
        services.AddResponseCompression(compression =>
        {
            // Safe against BREACH: the session cookie is SameSite=Lax, and every token on a page is encrypted anew each time.
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<ForwardedHeadersOptions>(proxy =>
        {
            if (configuration.GetValue("Proxy:Trusted", defaultValue: false))
            {
                proxy.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
                proxy.KnownIPNetworks.Clear();
                proxy.KnownProxies.Clear();
            }
        });
    }
}
